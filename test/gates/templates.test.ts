import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { folderWith } from '../end-to-end/command-line.ts';
import { packAll } from '../packs/installed-packs.ts';
import { eventFile, hiddenKey } from './shop.ts';

const scanner = fileURLToPath(new URL('../../packages/scanner', import.meta.url));
const read = (path: string): string => readFileSync(join(scanner, path), 'utf8');

interface Job {
  readonly shell: readonly string[];
  readonly script: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** How a runner of GitHub starts the step of a composite action (docs.github.com, "shell"). */
function actionJob(inputs: Readonly<Record<string, string>>): Job {
  const action = parse(read('action/action.yml')) as {
    readonly inputs: Readonly<Record<string, { readonly default: string }>>;
    readonly runs: { readonly steps: readonly { readonly run: string; readonly env: Readonly<Record<string, string>> }[] };
  };
  const [step] = action.runs.steps;
  const valueOf = (text: string): string => text.replace(/\$\{\{ inputs\.(\w+) \}\}/g, (_, name: string) => inputs[name] ?? action.inputs[name]?.default ?? '');
  return {
    shell: ['bash', '--noprofile', '--norc', '-eo', 'pipefail', '-c'],
    script: step?.run ?? '',
    environment: { RUNNER_TEMP: folderWith(), ...Object.fromEntries(Object.entries(step?.env ?? {}).map(([name, value]) => [name, valueOf(value)])) },
  };
}

/** Scripts as lists of lines are run by one shell that stops at the first that fails. */
const linesJob = (lines: readonly string[]): Job => ({ shell: ['bash', '-e', '-c'], script: lines.join('\n') });

const yaml = (name: string): Record<string, never> => parse(read(`templates/${name}`)) as Record<string, never>;

describe('the script of', () => {
  const { paths, problem } = packAll();
  const packages = paths.join(' ');
  beforeEach((context) => context.skip(problem !== undefined, `${problem}, so nothing could be installed`));

  /** The environment of this machine, without what a system that runs these tests says of itself: npm needs its settings. */
  const plain = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(?:ATOMYX|BITBUCKET|BUILD|CHANGE|CI_|CIRCLE|GIT|JENKINS|SUBMIT|SYSTEM|TF_)/.test(name)));

  const cache = spawnSync('npm', ['config', 'get', 'cache'], { encoding: 'utf8' }).stdout.trim();

  /** Runs a job in a clone; npm keeps what it has fetched in a cache of the machine. */
  function runJob({ shell, script, environment }: Job, clone: string, variables: Readonly<Record<string, string>>) {
    const [command = '', ...options] = shell;
    const { status, stdout, stderr } = spawnSync(command, [...options, script], {
      cwd: clone,
      encoding: 'utf8',
      timeout: 120_000,
      env: { ...plain, CI: 'true', npm_config_prefer_offline: 'true', npm_config_cache: cache, ...environment, ...variables },
    });
    return { status, words: stdout + stderr };
  }

  it.each([
    ['a pull request that brings a key', 1],
    ['a clean pull request', 0],
  ])('the GitHub Action judges %s', (_, status) => {
    const { shop, base, head } = hiddenKey();
    if (status === 0) shop.work.git('reset', '--quiet', '--hard', 'main');
    const clean = status === 0 ? shop.commit('Clean', { 'b.py': 'b\n' }) : head;
    shop.push('--force');
    const clone = shop.checkOut('refs/heads/changes');
    // What a stranger would like to be run, and where he would like it to come from.
    mkdirSync(join(clone, 'node_modules/.bin'), { recursive: true });
    writeFileSync(join(clone, 'node_modules/.bin/submit-guard'), `#!/bin/sh\ntouch '${clone}/ran'\n`, { mode: 0o755 });
    writeFileSync(join(clone, '.npmrc'), 'registry=http://127.0.0.1:1/\n');
    const summary = join(folderWith(), 'summary.md');
    const result = runJob(actionJob({ package: packages, arguments: '--min-confidence\nmedium' }), clone, {
      GITHUB_ACTIONS: 'true', GITHUB_EVENT_NAME: 'pull_request', GITHUB_EVENT_PATH: eventFile('pull-request', { base, head: clean }), GITHUB_STEP_SUMMARY: summary,
    });
    expect(result).toMatchObject({ status });
    expect(existsSync(join(clone, 'ran'))).toBe(false);
    expect(result.words).toContain('GitHub Actions, pull request.');
    expect(JSON.parse(readFileSync(join(clone, 'submit-guard.sarif'), 'utf8'))).toMatchObject({ version: '2.1.0' });
    expect(readFileSync(summary, 'utf8')).toContain(status === 1 ? '1 Submit key finding' : 'No Submit key found');
  });

  interface System {
    readonly name: string;
    readonly job: () => Job;
    readonly variables: (base: string, head: string) => Readonly<Record<string, string>>;
    /** A report that the script writes. */
    readonly file?: string;
  }
  const named = (name: string, job: () => Job, variables: System['variables'], file?: string): System => ({ name, job, variables, ...(file !== undefined && { file }) });
  const systems: readonly System[] = [
    named('GitLab CI', () => linesJob((yaml('gitlab-ci.yml') as Record<string, { readonly script: readonly string[] }>)['submit-guard']?.script ?? []),
      (base, head) => ({ GITLAB_CI: 'true', CI_PIPELINE_SOURCE: 'merge_request_event', CI_COMMIT_SHA: head, CI_MERGE_REQUEST_DIFF_BASE_SHA: base, CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main' }), 'gl-secret-detection-report.json'),
    named('Bitbucket Pipelines', () => linesJob((yaml('bitbucket-pipelines.yml') as unknown as { readonly pipelines: { readonly default: readonly { readonly step: { readonly script: readonly string[] } }[] } }).pipelines.default[0]?.step.script ?? []),
      () => ({ BITBUCKET_BUILD_NUMBER: '7', BITBUCKET_PR_ID: '2', BITBUCKET_BRANCH: 'changes', BITBUCKET_PR_DESTINATION_BRANCH: 'main' }), 'test-results/submit-guard.xml'),
    named('Azure Pipelines', () => ({ shell: ['bash', '-c'], script: (yaml('azure-pipelines.yml') as unknown as { readonly steps: readonly { readonly bash?: string }[] }).steps.find(({ bash }) => bash !== undefined)?.bash ?? '' }),
      (_, head) => ({ TF_BUILD: 'True', BUILD_REASON: 'PullRequest', SYSTEM_PULLREQUEST_TARGETBRANCH: 'refs/heads/main', SYSTEM_PULLREQUEST_SOURCECOMMITID: head }), 'submit-guard.xml'),
    named('Jenkins', () => ({ shell: ['sh', '-xe', '-c'], script: /sh '''\n([^]*?)'''/.exec(read('templates/Jenkinsfile'))?.[1] ?? '' }),
      (_, head) => ({ JENKINS_URL: 'https://jenkins.example.com/', CHANGE_ID: '2', CHANGE_TARGET: 'main', GIT_COMMIT: head }), 'submit-guard.xml'),
    // Buildkite takes `$$` for a dollar sign before it runs a command.
    named('Buildkite', () => linesJob([((yaml('buildkite.yml') as unknown as { readonly steps: readonly { readonly command: string }[] }).steps[0]?.command ?? '').replaceAll('$$', '$')]),
      (_, head) => ({ BUILDKITE: 'true', BUILDKITE_PULL_REQUEST: '2', BUILDKITE_PULL_REQUEST_BASE_BRANCH: 'main', BUILDKITE_COMMIT: head })),
    named('CircleCI', () => linesJob([(yaml('circleci.yml') as unknown as { readonly jobs: Readonly<Record<string, { readonly steps: readonly { readonly run?: { readonly command: string } }[] }>> }).jobs['submit-guard']?.steps.find(({ run }) => run !== undefined)?.run?.command ?? '']),
      (base, head) => ({ CIRCLECI: 'true', CIRCLE_SHA1: head, CIRCLE_BRANCH: 'changes', SUBMIT_GUARD_BASE: base }), 'test-results/submit-guard/results.xml'),
  ];

  it.each(systems)('$name judges what a pull request brings', ({ name, job, variables, file }) => {
    const { shop, base, head, key } = hiddenKey();
    const clone = shop.checkOut('refs/heads/changes');
    const result = runJob(job(), clone, { SUBMIT_GUARD_PACKAGE: packages, ...variables(base, head) });
    expect(result).toMatchObject({ status: 1, words: expect.stringContaining(`submit-guard: ${name}, `) as string });
    expect(result.words).toContain('a.py');
    expect(result.words).not.toContain(key);
    if (file !== undefined) expect(existsSync(join(clone, file))).toBe(true);
  });
});

describe('the templates', () => {
  const { version } = JSON.parse(read('package.json')) as { readonly version: string };

  it.each(['action/action.yml', ...['gitlab-ci.yml', 'bitbucket-pipelines.yml', 'azure-pipelines.yml', 'Jenkinsfile', 'buildkite.yml', 'circleci.yml'].map((name) => `templates/${name}`)])('%s installs this version', (path) => {
    const versions = [...read(path).matchAll(/submit-guard@([\d.]+)/g)].map((match) => match[1]);
    expect([...new Set(versions)]).toEqual([version]);
  });

  it('of pre-commit install this version', () => {
    const hooks = readFileSync(join(scanner, '../../.pre-commit-hooks.yaml'), 'utf8');
    expect([...new Set([...hooks.matchAll(/submit-guard@([\d.]+)/g)].map((match) => match[1]))]).toEqual([version]);
  });
});
