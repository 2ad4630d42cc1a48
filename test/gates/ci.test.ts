import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '@submit-guard/core';
import { describe, expect, it } from 'vitest';
import type { Run } from '../end-to-end/command-line.ts';
import { folderWith, lineWith, makeKey, submitGuard } from '../end-to-end/command-line.ts';
import { eventFile, hiddenKey, noCommit, Shop } from './shop.ts';

interface Gate extends Run {
  readonly report: Report;
  readonly summary: string;
}

/** Runs the gate in a clone, with the variables of a system. */
async function gate(clone: string, environment: Readonly<Record<string, string>>, ...options: readonly string[]): Promise<Gate> {
  const out = folderWith();
  const files = { json: join(out, 'report.json'), summary: join(out, 'summary.md') };
  const run = await submitGuard(['ci', '--json', files.json, ...options], { cwd: clone, environment: { CI: 'true', GITHUB_STEP_SUMMARY: files.summary, ...environment } });
  const read = (path: string): string => (existsSync(path) ? readFileSync(path, 'utf8') : '');
  return { ...run, report: (read(files.json) === '' ? { findings: [] } : JSON.parse(read(files.json))) as Report, summary: read(files.summary) };
}

const github = (name: string, event: string): Readonly<Record<string, string>> => ({ GITHUB_ACTIONS: 'true', GITHUB_EVENT_NAME: name, GITHUB_EVENT_PATH: event });

const placesIn = ({ report }: Gate): readonly string[] => report.findings.map(({ path, commit }) => `${path} ${commit === undefined ? 'on disk' : 'in history'}`).sort();

describe('a pull request on GitHub', () => {
  it('is judged by all its commits, in a clone of one commit', async () => {
    const { shop, base, head, key } = hiddenKey();
    shop.trialMerge('changes');
    const clone = shop.checkOut('refs/pull/2/merge');
    const result = await gate(clone, github('pull_request', eventFile('pull-request', { base, head })));
    expect({ status: result.status, places: placesIn(result) }).toEqual({ status: 1, places: ['a.py in history'] });
    expect(result.stdout).toMatch(/^::error file=a\.py,line=1,/m);
    expect(result.stderr).toContain('GitHub Actions, pull request. What is checked out is a merge of the change with its target.');
    expect(result.summary).toContain('1 Submit key finding');
    expect(result.stdout + result.stderr + result.summary).not.toContain(key);
  });

  it('is not judged by what its target has got meanwhile', async () => {
    const shop = new Shop();
    const base = shop.work.head();
    shop.branch('changes');
    const head = shop.commit('Clean', { 'b.py': 'b\n' });
    shop.push();
    shop.work.git('switch', '--quiet', 'main');
    shop.commit('Somebody else\'s key', { 'theirs.py': lineWith(makeKey()) });
    shop.commit('Taken out', { 'theirs.py': undefined });
    shop.push();
    shop.trialMerge('changes');
    const result = await gate(shop.checkOut('refs/pull/2/merge'), github('pull_request', eventFile('pull-request', { base, head })));
    expect({ status: result.status, places: placesIn(result) }).toEqual({ status: 0, places: [] });
  });

  it('of which the branch itself is checked out, or the target, is judged by its commits', async () => {
    const { shop, base, head } = hiddenKey();
    const event = eventFile('pull-request', { base, head });
    for (const depth of [1, Infinity]) {
      const own = await gate(shop.checkOut('refs/heads/changes', depth), github('pull_request', event));
      expect({ status: own.status, places: placesIn(own) }).toEqual({ status: 1, places: ['a.py in history'] });
      const target = await gate(shop.checkOut('refs/heads/main', depth), github('pull_request_target', event));
      expect({ status: target.status, places: placesIn(target) }).toEqual({ status: 1, places: ['a.py in history'] });
      expect(target.stderr).toContain('is not the change');
    }
  });

  it('fails on what is in its work tree and not in the baseline of its target', async () => {
    const shop = new Shop({ 'old.py': lineWith(makeKey()), 'known.py': lineWith(makeKey()) });
    expect(await submitGuard(['baseline', '--reason', 'revoked in May', 'known.py'], { cwd: shop.work.folder })).toMatchObject({ status: 0 });
    const base = shop.commit('Accept', {});
    shop.push();
    shop.branch('changes');
    const head = shop.commit('Clean', { 'b.py': 'b\n' });
    shop.push();
    const result = await gate(shop.checkOut('refs/heads/changes'), github('pull_request', eventFile('pull-request', { base, head })));
    expect({ status: result.status, places: placesIn(result), suppressed: result.report.suppressed }).toEqual({ status: 1, places: ['old.py on disk'], suppressed: 1 });
  });

  it('gets the policy of its target as that is now', async () => {
    const shop = new Shop({ 'old.py': lineWith(makeKey()) });
    const base = shop.work.head();
    shop.branch('changes');
    const head = shop.commit('Clean', { 'b.py': 'b\n' });
    shop.push();
    shop.work.git('switch', '--quiet', 'main');
    expect(await submitGuard(['baseline', '--reason', 'revoked in May'], { cwd: shop.work.folder })).toMatchObject({ status: 0 });
    shop.commit('Accept', {});
    shop.push();
    const environment = github('pull_request', eventFile('pull-request', { base, head }));
    expect(await gate(shop.checkOut('refs/heads/changes'), environment)).toMatchObject({ status: 0, report: { suppressed: 1 } });
    expect(await gate(shop.checkOut('refs/heads/changes', Infinity), environment, '--no-fetch')).toMatchObject({ status: 1 });
  });

  it('says one thing once: what stands in its work tree and in its commits', async () => {
    const shop = new Shop();
    const base = shop.work.head();
    shop.branch('changes');
    const head = shop.commit('Add a', { 'a.py': lineWith(makeKey()) });
    shop.push();
    const result = await gate(shop.checkOut('refs/heads/changes'), github('pull_request', eventFile('pull-request', { base, head })));
    expect(result.report.findings).toMatchObject([{ path: 'a.py', commit: head }]);
  });

  it('cannot excuse itself, by comment, baseline or configuration, and says what needs approval', async () => {
    const shop = new Shop({ 'kept.py': `# submit-guard-ignore-next-line -- revoked in May\n${lineWith(makeKey())}` });
    const base = shop.work.head();
    shop.branch('changes');
    const own = makeKey();
    shop.commit('Add keys', {
      'a.py': `# submit-guard-ignore-next-line -- trust me\n${lineWith(own)}`,
      'b.py': lineWith(makeKey()),
      'c/c.py': lineWith(makeKey()),
      'submit-guard.config.yaml': 'exclude: [c/]\n',
    });
    expect(await submitGuard(['baseline', '--reason', 'trust me again', 'b.py'], { cwd: shop.work.folder })).toMatchObject({ status: 0 });
    const head = shop.commit('Accept', {});
    shop.push();
    const result = await gate(shop.checkOut('refs/heads/changes'), github('pull_request', eventFile('pull-request', { base, head })));
    expect(result.status).toBe(1);
    expect(placesIn(result)).toEqual(['a.py in history', 'b.py in history', 'c/c.py in history']);
    const pending = result.summary.slice(result.summary.indexOf('### Needs approval'));
    expect(pending).toMatch(/^- `a\.py:1`: This suppression is not in /m);
    expect(pending).toMatch(/^- `\.submit-guard\/baseline\.json`: The entry for no-hardcoded-key in b\.py /m);
    expect(pending).toMatch(/^- `submit-guard\.config\.yaml`: This configuration differs/m);
    expect(pending).not.toContain('kept.py');
    expect(result.summary).not.toContain(own);
    // Who trusts it may say so.
    const trusted = await gate(shop.checkOut('refs/heads/changes'), github('pull_request', eventFile('pull-request', { base, head })), '--policy-from', 'HEAD');
    expect({ status: trusted.status, places: placesIn(trusted) }).toEqual({ status: 0, places: [] });
  });

  it('may move what its target accepts, and not copy it', async () => {
    const line = lineWith(makeKey());
    const kept = `# submit-guard-ignore-next-line -- revoked in May\n${line}`;
    const shop = new Shop({ 'kept.py': kept });
    const base = shop.work.head();
    shop.branch('moved');
    const moved = shop.commit('Move', { 'kept.py': undefined, 'lib/kept.py': kept });
    shop.push();
    expect(await gate(shop.checkOut('refs/heads/moved'), github('pull_request', eventFile('pull-request', { base, head: moved })))).toMatchObject({ status: 0 });
    shop.branch('copied');
    const copied = shop.commit('Copy', { 'copy.py': kept });
    shop.push();
    expect(placesIn(await gate(shop.checkOut('refs/heads/copied'), github('pull_request', eventFile('pull-request', { base, head: copied }))))).toEqual(['copy.py in history']);
  });
});

describe('other events on GitHub', () => {
  it('a push is judged by the commits it brings', async () => {
    const { shop, base, head } = hiddenKey();
    const event = eventFile('push', { ref: 'refs/heads/changes', before: base, head });
    const result = await gate(shop.checkOut('refs/heads/changes'), github('push', event));
    expect({ status: result.status, places: placesIn(result) }).toEqual({ status: 1, places: ['a.py in history'] });
  });

  it('a forced push is judged by what was not there before', async () => {
    const shop = new Shop();
    shop.branch('changes');
    const before = shop.commit('One', { 'a.py': 'a\n' });
    shop.push();
    shop.work.git('reset', '--quiet', '--hard', 'main');
    const head = shop.commit('Another', { 'b.py': lineWith(makeKey()) });
    shop.push('--force');
    const event = eventFile('push', { ref: 'refs/heads/changes', before, head }, (content) => void (content['forced'] = true));
    expect(placesIn(await gate(shop.checkOut('refs/heads/changes'), github('push', event)))).toEqual(['b.py in history']);
    // What was there before is gone from the server as well: the default branch is what there is to compare with.
    const lost = eventFile('push', { ref: 'refs/heads/changes', before: 'a'.repeat(40), head });
    const result = await gate(shop.checkOut('refs/heads/changes'), github('push', lost));
    expect(placesIn(result)).toEqual(['b.py in history']);
    expect(result.stderr).toContain('neither here nor at origin');
  });

  it('the first push of a branch is compared with the default branch, and that of the default branch with nothing', async () => {
    const { shop, head } = hiddenKey();
    const first = eventFile('push', { ref: 'refs/heads/changes', before: noCommit, head }, (content) => void (content['created'] = true));
    const result = await gate(shop.checkOut('refs/heads/changes'), github('push', first));
    expect({ status: result.status, places: placesIn(result) }).toEqual({ status: 1, places: ['a.py in history'] });
    shop.work.git('switch', '--quiet', 'main');
    shop.work.git('merge', '--quiet', 'changes');
    shop.push();
    const all = await gate(shop.checkOut('refs/heads/main'), github('push', eventFile('push', { ref: 'refs/heads/main', before: noCommit, head })));
    expect({ status: all.status, places: placesIn(all) }).toEqual({ status: 1, places: ['a.py in history'] });
    expect(all.stderr).toContain('All objects of the repository are looked at.');
  });

  it('a merge queue is judged by what it adds to its base, with the policy of that', async () => {
    const { shop, base, head } = hiddenKey();
    const result = await gate(shop.checkOut('refs/heads/changes'), github('merge_group', eventFile('merge-group', { base, head })));
    expect({ status: result.status, places: placesIn(result) }).toEqual({ status: 1, places: ['a.py in history'] });
    expect(result.stderr).toContain('GitHub Actions, merge queue.');
  });

  it('a tag is judged by what the default branch does not have', async () => {
    const { shop, head } = hiddenKey();
    shop.work.git('tag', 'v1', head);
    shop.work.git('push', '--quiet', 'origin', 'v1');
    const event = eventFile('push', { ref: 'refs/tags/v1', before: noCommit, head });
    expect(placesIn(await gate(shop.checkOut('refs/tags/v1'), github('push', event)))).toEqual(['a.py in history']);
  });

  it('a schedule looks at all history', async () => {
    const { shop, head } = hiddenKey();
    shop.work.git('switch', '--quiet', 'main');
    shop.work.git('merge', '--quiet', 'changes');
    shop.push();
    const result = await gate(shop.checkOut('refs/heads/main'), { ...github('schedule', eventFile('schedule', {})), GITHUB_SHA: head });
    expect({ status: result.status, places: placesIn(result) }).toEqual({ status: 1, places: ['a.py in history'] });
  });

  it('a deletion has nothing to look at but the work tree', async () => {
    const { shop, base } = hiddenKey();
    const event = eventFile('push', { ref: 'refs/heads/changes', before: base, head: noCommit }, (content) => void (content['deleted'] = true));
    expect(await gate(shop.checkOut('refs/heads/main'), github('push', event))).toMatchObject({ status: 0, stderr: expect.stringContaining('was deleted') as string });
  });

  it('an event that cannot be read is no clean result', async () => {
    const { shop } = hiddenKey();
    const clone = shop.checkOut('refs/heads/main');
    expect(await gate(clone, github('push', join(clone, 'missing.json')))).toMatchObject({ status: 2, stderr: expect.stringContaining('could not be read') as string });
    expect(await gate(clone, { GITHUB_ACTIONS: 'true', GITHUB_EVENT_NAME: 'push' })).toMatchObject({ status: 2, stderr: expect.stringContaining('GITHUB_EVENT_PATH is not set') as string });
  });
});

describe('history that is not here', () => {
  it('makes the gate fail and say so', async () => {
    const { shop, base, head } = hiddenKey();
    const event = eventFile('pull-request', { base, head });
    const kept = await gate(shop.checkOut('refs/heads/changes'), github('pull_request', event), '--no-fetch');
    expect(kept.status).toBe(2);
    expect(kept.report.coverage.unread).toContainEqual({ path: `commit:${head.slice(0, 10)}`, reason: expect.stringMatching(/^the clone is shallow .*--no-fetch/) as string });
    const clone = shop.checkOut('refs/heads/changes');
    shop.work.run('git', ['remote', 'set-url', 'origin', 'https://user:word@localhost:1/gone'], { cwd: clone });
    const gone = await gate(clone, github('pull_request', event));
    expect({ status: gone.status, words: gone.stdout + gone.stderr + gone.summary }).toEqual({ status: 2, words: expect.not.stringContaining('user:word') as string });
  });

  it('is fetched in whatever environment the job has, and no hook of the clone runs', async () => {
    const { shop, base, head } = hiddenKey();
    const clone = shop.checkOut('refs/heads/changes');
    writeFileSync(join(clone, '.git/hooks/reference-transaction'), `#!/bin/sh\ntouch ${clone}/ran\n`, { mode: 0o755 });
    const ofTheJob = {
      EDITOR: 'ed', GIT_EDITOR: 'ed', GIT_SEQUENCE_EDITOR: 'ed', PAGER: 'less', GIT_PAGER: 'less', GIT_ASKPASS: '/bin/true', SSH_ASKPASS: '/bin/true',
      GIT_SSH_COMMAND: 'ssh -o BatchMode=yes', GIT_SSL_NO_VERIFY: '0', GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'user.name', GIT_CONFIG_VALUE_0: 'job',
      GIT_TEMPLATE_DIR: clone, GIT_HTTP_USER_AGENT: 'job', GIT_TRACE: '0', GIT_PROXY_COMMAND: '/bin/true', GIT_EXTERNAL_DIFF: '/bin/false',
    };
    const result = await gate(clone, { ...github('pull_request', eventFile('pull-request', { base, head })), ...ofTheJob });
    expect({ status: result.status, places: placesIn(result), words: result.stderr }).toMatchObject({ status: 1, places: ['a.py in history'] });
    expect(existsSync(join(clone, 'ran'))).toBe(false);
  });

  it('is fetched through no transport that runs a program', async () => {
    const { shop, base, head } = hiddenKey();
    const clone = shop.checkOut('refs/heads/changes');
    shop.work.run('git', ['remote', 'set-url', 'origin', `ext::sh -c "touch ${clone}/ran"`], { cwd: clone });
    shop.work.run('git', ['config', 'protocol.ext.allow', 'always'], { cwd: clone });
    expect(await gate(clone, github('pull_request', eventFile('pull-request', { base, head })))).toMatchObject({ status: 2 });
    expect(existsSync(join(clone, 'ran'))).toBe(false);
  });
});

describe('other systems', () => {
  const pullRequests: Readonly<Record<string, (ids: { readonly base: string; readonly head: string }) => Readonly<Record<string, string>>>> = {
    'GitLab CI': ({ base, head }) => ({ GITLAB_CI: 'true', CI_PIPELINE_SOURCE: 'merge_request_event', CI_MERGE_REQUEST_EVENT_TYPE: 'detached', CI_COMMIT_SHA: head, CI_COMMIT_BEFORE_SHA: noCommit, CI_MERGE_REQUEST_DIFF_BASE_SHA: base, CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main', CI_DEFAULT_BRANCH: 'main' }),
    'Bitbucket Pipelines': ({ base }) => ({ BITBUCKET_BUILD_NUMBER: '7', BITBUCKET_PR_ID: '2', BITBUCKET_BRANCH: 'changes', BITBUCKET_PR_DESTINATION_BRANCH: 'main', BITBUCKET_PR_DESTINATION_COMMIT: base.slice(0, 12) }),
    'Azure Pipelines': ({ head }) => ({ TF_BUILD: 'True', BUILD_REASON: 'PullRequest', SYSTEM_PULLREQUEST_TARGETBRANCH: 'refs/heads/main', SYSTEM_PULLREQUEST_SOURCECOMMITID: head, BUILD_SOURCEBRANCH: 'refs/pull/2/merge' }),
    Jenkins: ({ head }) => ({ JENKINS_URL: 'https://jenkins.example.com/', CHANGE_ID: '2', CHANGE_TARGET: 'main', BRANCH_NAME: 'PR-2', GIT_COMMIT: head }),
    Buildkite: ({ head }) => ({ BUILDKITE: 'true', BUILDKITE_PULL_REQUEST: '2', BUILDKITE_PULL_REQUEST_BASE_BRANCH: 'main', BUILDKITE_COMMIT: head, BUILDKITE_BRANCH: 'changes', BUILDKITE_PIPELINE_DEFAULT_BRANCH: 'main' }),
  };

  it.each(Object.entries(pullRequests))('%s: a pull request is judged by its commits', async (system, variables) => {
    const { shop, base, head } = hiddenKey();
    const result = await gate(shop.checkOut('refs/heads/changes'), variables({ base, head }));
    expect({ status: result.status, places: placesIn(result) }).toEqual({ status: 1, places: ['a.py in history'] });
    expect(result.stderr).toContain(`${system}, pull request.`);
  });

  it.each([
    ['GitLab CI, push.', (base: string, head: string) => ({ GITLAB_CI: 'true', CI_PIPELINE_SOURCE: 'push', CI_COMMIT_SHA: head, CI_COMMIT_BEFORE_SHA: base, CI_COMMIT_BRANCH: 'changes', CI_DEFAULT_BRANCH: 'main' })],
    ['GitLab CI, push.', (_: string, head: string) => ({ GITLAB_CI: 'true', CI_PIPELINE_SOURCE: 'push', CI_COMMIT_SHA: head, CI_COMMIT_BEFORE_SHA: noCommit, CI_COMMIT_BRANCH: 'changes', CI_DEFAULT_BRANCH: 'main' })],
    ['GitLab CI, whole repository.', (_: string, head: string) => ({ GITLAB_CI: 'true', CI_PIPELINE_SOURCE: 'schedule', CI_COMMIT_SHA: head, CI_COMMIT_BEFORE_SHA: noCommit, CI_COMMIT_BRANCH: 'changes', CI_DEFAULT_BRANCH: 'main' })],
    ['GitLab CI, tag.', (_: string, head: string) => ({ GITLAB_CI: 'true', CI_PIPELINE_SOURCE: 'push', CI_COMMIT_SHA: head, CI_COMMIT_TAG: 'v1', CI_DEFAULT_BRANCH: 'main' })],
    ['Jenkins, push.', (base: string, head: string) => ({ JENKINS_URL: 'https://jenkins.example.com/', GIT_PREVIOUS_SUCCESSFUL_COMMIT: base, GIT_COMMIT: head, BRANCH_NAME: 'changes' })],
    ['Buildkite, push.', (_: string, head: string) => ({ BUILDKITE: 'true', BUILDKITE_PULL_REQUEST: 'false', BUILDKITE_COMMIT: head, BUILDKITE_BRANCH: 'changes', BUILDKITE_PIPELINE_DEFAULT_BRANCH: 'main' })],
    ['Buildkite, merge queue.', (base: string, head: string) => ({ BUILDKITE: 'true', BUILDKITE_COMMIT: head, BUILDKITE_MERGE_QUEUE_BASE_COMMIT: base, BUILDKITE_MERGE_QUEUE_BASE_BRANCH: 'main' })],
    ['Azure Pipelines, push.', (_: string, head: string) => ({ TF_BUILD: 'True', BUILD_REASON: 'IndividualCI', BUILD_SOURCEVERSION: head, BUILD_SOURCEBRANCH: 'refs/heads/changes' })],
    ['Bitbucket Pipelines, push.', () => ({ BITBUCKET_BUILD_NUMBER: '7', BITBUCKET_BRANCH: 'changes' })],
    ['CircleCI, push.', (_: string, head: string) => ({ CIRCLECI: 'true', CIRCLE_SHA1: head, CIRCLE_BRANCH: 'changes' })],
    ['this machine, push.', () => ({})],
  ])('%s finds what was brought and taken out', async (words, variables) => {
    const { shop, base, head } = hiddenKey();
    const result = await gate(shop.checkOut('refs/heads/changes'), variables(base, head));
    expect({ status: result.status, places: placesIn(result) }).toEqual({ status: 1, places: ['a.py in history'] });
    expect(result.stderr).toContain(words);
  });

  it('take the base from the command line, where nobody says it', async () => {
    const { shop, base, head } = hiddenKey();
    const clone = shop.checkOut('refs/heads/changes');
    const environment = { CIRCLECI: 'true', CIRCLE_SHA1: head, CIRCLE_PULL_REQUEST: 'https://example.com/pull/2' };
    for (const revision of [base, 'main']) expect(placesIn(await gate(clone, environment, '--base', revision))).toEqual(['a.py in history']);
    expect(await gate(clone, environment, '--base', head)).toMatchObject({ status: 0 });
    expect(await gate(clone, environment, '--base', 'nowhere')).toMatchObject({ status: 2, stderr: '--base names no commit of this repository.\n' });
    expect(await gate(clone, environment, '--base', '')).toMatchObject({ status: 2, stderr: '--base is empty. Perhaps a variable has no value.\n' });
  });

  it('get reports in their formats', async () => {
    const { shop, base, head } = hiddenKey();
    const clone = shop.checkOut('refs/heads/changes');
    const out = folderWith();
    const files = { sarif: join(out, 'a.sarif'), gitlab: join(out, 'gl.json'), junit: join(out, 'j.xml'), markdown: join(out, 's.md') };
    const options = Object.entries(files).flatMap(([name, path]) => [`--${name}`, path]);
    expect(await gate(clone, pullRequests['GitLab CI']?.({ base, head }) ?? {}, ...options)).toMatchObject({ status: 1 });
    expect(JSON.parse(readFileSync(files.sarif, 'utf8'))).toMatchObject({ version: '2.1.0', runs: [{ results: [{ ruleId: 'no-hardcoded-key' }] }] });
    expect(JSON.parse(readFileSync(files.gitlab, 'utf8'))).toMatchObject({ vulnerabilities: [{ location: { file: 'a.py' } }] });
    expect(readFileSync(files.junit, 'utf8')).toContain('<failure');
    expect(readFileSync(files.markdown, 'utf8')).toContain('GitLab CI, pull request');
  });

  it('fail outside of a repository', async () => {
    expect(await gate(folderWith(), {})).toMatchObject({ status: 2, stderr: expect.stringContaining('Check the repository out first.') as string });
  });
});
