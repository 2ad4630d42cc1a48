import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, it } from 'vitest';
import { packAll } from '../packs/installed-packs.ts';
import { folderWith, lineWith, makeKey } from './command-line.ts';
import { HookedRepository } from './hooked-repository.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Kept between runs, as what sets up this checkout is. */
const environmentFolder = join(root, '.cache/pre-commit');

const program = join(environmentFolder, 'bin/pre-commit');

/** Installs the program pre-commit from PyPI. @returns why that cannot be done here. */
function installPreCommit(): string | undefined {
  if (existsSync(program)) return undefined;
  mkdirSync(environmentFolder, { recursive: true });
  const made = spawnSync('python3', ['-m', 'venv', environmentFolder], { encoding: 'utf8', timeout: 120_000 });
  if (made.status !== 0) return 'there is no Python with venv here';
  const installed = spawnSync(join(environmentFolder, 'bin/pip'), ['install', '--quiet', '--disable-pip-version-check', 'pre-commit==4.*'], { encoding: 'utf8', timeout: 120_000 });
  return installed.status === 0 ? undefined : 'PyPI cannot be reached';
}

/** The settings of this machine that npm needs, and nothing of git or of a job. */
const npmSettings = Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (
  value !== undefined && /^(?:HOME|npm_config_\w+|NODE_EXTRA_CA_CERTS|HTTPS?_PROXY|NO_PROXY)$/i.test(name) ? [[name, value] as const] : []
)));

describe('the program pre-commit', () => {
  const { paths, problem: npmProblem } = packAll();
  const problem = installPreCommit() ?? npmProblem;
  beforeEach((context) => context.skip(problem !== undefined, `${problem}, so pre-commit cannot be run`));

  const run = (repository: HookedRepository, environment: Readonly<Record<string, string>>, command: string, ...options: readonly string[]) => {
    const { status, stdout, stderr } = repository.run(command, options, { environment });
    return { status, words: stdout + stderr };
  };

  it('installs the hooks of this repository and runs them', { timeout: 600_000 }, () => {
    const source = new HookedRepository({ '.pre-commit-hooks.yaml': readFileSync(join(root, '.pre-commit-hooks.yaml')) }, { installed: false });
    copyFileSync(join(root, 'package.json'), join(source.folder, 'package.json'));
    source.git('add', '--all');
    source.git('commit', '--quiet', '--message', 'Hooks');
    // Not published yet: what would be comes from disk.
    const hooks = ['submit-guard', 'submit-guard-commit-msg', 'submit-guard-pre-push', 'submit-guard-files'].map((id) => ({ id, additional_dependencies: paths }));
    const config = JSON.stringify({ repos: [{ repo: source.folder, rev: source.head(), hooks }] });
    const repository = new HookedRepository({ '.pre-commit-config.yaml': config, 'old.py': 'old\n' }, { installed: false });
    const environment = { ...npmSettings, PRE_COMMIT_HOME: folderWith(), GIT_CONFIG_GLOBAL: '/dev/null' };
    expect(run(repository, environment, program, 'install', '--hook-type', 'pre-commit', '--hook-type', 'commit-msg', '--hook-type', 'pre-push')).toMatchObject({ status: 0 });

    repository.write('a.py', lineWith(makeKey()));
    repository.git('add', 'a.py');
    repository.write('a.py', 'not staged\n');
    expect(run(repository, environment, 'git', 'commit', '-m', 'Add a')).toMatchObject({ status: 1, words: expect.stringContaining('submit-guard stopped this commit') as string });
    repository.git('add', 'a.py');
    expect(run(repository, environment, 'git', 'commit', '-m', `atomyx_submit_api_key=${makeKey()}`)).toMatchObject({ status: 1, words: expect.stringContaining('Take the key out of the message') as string });
    expect(run(repository, environment, 'git', 'commit', '-m', 'Add a')).toMatchObject({ status: 0 });

    const remote = folderWith();
    repository.run('git', ['init', '--quiet', '--bare'], { cwd: remote });
    repository.git('remote', 'add', 'origin', remote);
    // The first push of all has no base that pre-commit could name.
    expect(run(repository, environment, 'git', 'push', 'origin', 'main')).toMatchObject({ status: 0 });
    repository.write('b.py', lineWith(makeKey()));
    repository.git('add', 'b.py');
    repository.git('commit', '--quiet', '--no-verify', '-m', 'Add b');
    repository.git('rm', '--quiet', 'b.py');
    repository.git('commit', '--quiet', '--no-verify', '-m', 'Take it out');
    expect(run(repository, environment, 'git', 'push', 'origin', 'main')).toMatchObject({ status: 1, words: expect.stringContaining('submit-guard stopped this push') as string });
    expect(run(repository, environment, 'git', 'push', 'origin', 'main:refs/heads/new')).toMatchObject({ status: 1, words: expect.stringContaining('submit-guard stopped this push') as string });

    expect(run(repository, environment, program, 'run', '--all-files')).toMatchObject({ status: 0 });
    repository.write('with space.py', lineWith(makeKey()));
    repository.git('add', '--all');
    expect(run(repository, environment, program, 'run', '--all-files', 'submit-guard-files')).toMatchObject({ status: 1, words: expect.stringContaining('with space.py') as string });
  });

  it('runs what `submit-guard install` writes', () => {
    const before = '# what we check\nrepos:\n  # nothing yet\n  - repo: meta\n    hooks:\n      - id: check-hooks-apply\n';
    const repository = new HookedRepository({ '.pre-commit-config.yaml': before, 'package.json': '{ "devDependencies": { "submit-guard": "*" } }\n' });
    const environment = { PRE_COMMIT_HOME: folderWith(), GIT_CONFIG_GLOBAL: '/dev/null' };
    expect(repository.guard('install')).toMatchObject({ status: 0, stdout: expect.stringContaining('through pre-commit') as string });
    expect(repository.guard('install')).toMatchObject({ status: 0, stdout: expect.stringContaining('Already wired') as string });
    repository.git('add', '--all');
    repository.git('commit', '--quiet', '-m', 'Wire it');
    expect(run(repository, environment, program, 'install', '--hook-type', 'pre-commit', '--hook-type', 'pre-push', '--hook-type', 'commit-msg')).toMatchObject({ status: 0 });
    repository.write('a.py', lineWith(makeKey()));
    repository.git('add', 'a.py');
    expect(run(repository, environment, 'git', 'commit', '-m', 'Add a')).toMatchObject({ status: 1, words: expect.stringContaining('submit-guard stopped this commit') as string });
    repository.git('rm', '--quiet', '-f', 'a.py');
    expect(run(repository, environment, 'git', 'commit', '--allow-empty', '-m', `atomyx_submit_api_key=${makeKey()}`)).toMatchObject({ status: 1, words: expect.stringContaining('Take the key out of the message') as string });
    expect(run(repository, environment, 'git', 'commit', '--allow-empty', '-m', 'Empty')).toMatchObject({ status: 0 });
    repository.guard('uninstall');
    expect(readFileSync(join(repository.folder, '.pre-commit-config.yaml'), 'utf8')).toBe(before);
  });

  it('gets the hooks of this repository where the package is not installed', () => {
    const repository = new HookedRepository({ '.pre-commit-config.yaml': 'repos: []\n' }, { installed: false });
    repository.guard('install', '--hooks', 'pre-commit');
    expect(readFileSync(join(repository.folder, '.pre-commit-config.yaml'), 'utf8')).toMatch(/^repos:\n {2}- repo: https:\/\/github\.com\/submit-guard\/submit-guard\n {4}rev: v\d+\.\d+\.\d+\n {4}hooks:\n {6}- id: submit-guard\n$/);
  });
});
