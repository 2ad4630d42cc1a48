import { join } from 'node:path';
import type { Report } from '@submit-guard/core';
import { fingerprintOf } from '@submit-guard/core';
import { describe, expect, it } from 'vitest';
import { lineWith, makeKey, TrapRepository } from '../repositories/trap-repository.ts';
import { folderWith, submitGuard } from './command-line.ts';

function newRepository(...init: readonly string[]): TrapRepository {
  return new TrapRepository(join(folderWith(), 'range'), ...init);
}

async function run(cwd: string, options: readonly string[], input = ''): Promise<{ readonly status: number | null; readonly report: Report; readonly keys: readonly (string | undefined)[] }> {
  const { status, stdout, stderr } = await submitGuard(['git', ...options, '-f', 'json'], { cwd, input });
  if (stdout === '') throw new Error(stderr);
  const report = JSON.parse(stdout) as Report;
  return { status, report, keys: report.findings.map(({ secret }) => secret?.fingerprint) };
}

const none = '0'.repeat(40);

describe('submit-guard git --range', () => {
  it('counts commits, and reports nothing of what was there before', async () => {
    const repository = newRepository();
    repository.write('old.env', lineWith(makeKey()));
    const old = repository.commit('Old');
    repository.write('a.txt', 'a\n');
    repository.commit('A');
    repository.git('mv', 'old.env', 'moved.env');
    repository.commit('Move');
    const { status, report } = await run(repository.folder, ['--range', `${old}..HEAD`]);
    expect(status).toBe(0);
    expect(report.coverage).toMatchObject({ commits: 2, files: 0, unread: [] });
    expect((await run(repository.folder, ['--since', 'start'])).report.findings).toMatchObject([{ path: 'old.env', commit: old }]);
  });

  it('says when a commit was written', async () => {
    const repository = newRepository();
    repository.write('k.env', lineWith(makeKey()));
    repository.commit('Key');
    const { report } = await run(repository.folder, ['--range', 'start..']);
    expect(report.findings).toMatchObject([{ history: { authored: expect.stringMatching(/^2023-11-14T\d\d:\d\d:\d\d\+01:00$/) as string } }]);
  });

  it('takes only what a merge itself brings, and both sides of a range', async () => {
    const [theirs, ours] = [makeKey(), makeKey()];
    const repository = newRepository();
    repository.git('checkout', '--quiet', '-b', 'side');
    repository.write('side.env', lineWith(theirs));
    const side = repository.commit('Side');
    repository.git('checkout', '--quiet', 'main');
    repository.write('main.env', lineWith(ours));
    const main = repository.commit('Main');
    repository.git('merge', '--quiet', '--no-edit', 'side');
    expect((await run(repository.folder, ['--range', 'start..HEAD'])).report.findings.map(({ commit }) => commit).sort()).toEqual([main, side].sort());
    expect((await run(repository.folder, ['--range', 'side..HEAD'])).keys).toEqual([fingerprintOf(ours)]);
  });

  it.each(['main', '..', 'a...b', 'a..b..c'])('refuses %s, which is no range', async (range) => {
    const { status, stderr } = await submitGuard(['git', '--range', range], { cwd: newRepository().folder });
    expect(status).toBe(2);
    expect(stderr).toContain('--range takes two commits');
  });

  it.each(['--output=x..HEAD', 'HEAD..--all', 'nowhere..HEAD'])('does not take %s for options of git', async (range) => {
    const { status, stderr } = await submitGuard(['git', `--range=${range}`], { cwd: newRepository().folder });
    expect(status).toBe(2);
    expect(stderr).toContain('There is no commit');
  });
});

describe('submit-guard git --pre-push', () => {
  it('scans a new branch against what the remote has, and a known one against its last state', async () => {
    const [shared, first, second] = [makeKey(), makeKey(), makeKey()];
    const repository = newRepository();
    repository.write('shared.env', lineWith(shared));
    repository.commit('Shared');
    const remote = `${repository.folder}-remote.git`;
    repository.git('init', '--quiet', '--bare', remote);
    repository.git('remote', 'add', 'origin', remote);
    repository.git('push', '--quiet', 'origin', 'main');
    repository.git('checkout', '--quiet', '-b', 'topic');
    repository.write('first.env', lineWith(first));
    const pushed = repository.commit('First');
    const ask = (input: string, ...options: readonly string[]): Promise<{ readonly keys: readonly (string | undefined)[]; readonly status: number | null }> =>
      run(repository.folder, ['--pre-push', ...options], input);
    expect((await ask(`refs/heads/topic ${pushed} refs/heads/topic ${none}\n`, '--remote', 'origin')).keys).toEqual([fingerprintOf(first)]);
    expect((await ask(`refs/heads/topic ${pushed} refs/heads/topic ${none}\n`)).keys).toHaveLength(2);
    repository.write('second.env', lineWith(second));
    const next = repository.commit('Second');
    expect((await ask(`refs/heads/topic ${next} refs/heads/topic ${pushed}\n`, '--remote', 'origin')).keys).toEqual([fingerprintOf(second)]);
    // The other side has what is not known here.
    expect((await ask(`refs/heads/topic ${next} refs/heads/topic ${'1'.repeat(40)}\n`, '--remote', 'origin')).keys).toHaveLength(2);
    expect(await ask(`(delete) ${none} refs/heads/topic ${pushed}\n`, '--remote', 'origin')).toMatchObject({ status: 0, keys: [] });
    expect(await ask('')).toMatchObject({ status: 0, keys: [] });
  });

  it('scans tags, and blobs and trees that are pushed as such', async () => {
    const keys = [makeKey(), makeKey(), makeKey()];
    const repository = newRepository();
    repository.git('tag', '--annotate', 'v1', '--message', `ATOMYX_SUBMIT_API_KEY=${keys[0]}`);
    const blob = repository.gitWith({ input: lineWith(keys[1] ?? '') }, 'hash-object', '-w', '--stdin');
    const inTree = repository.gitWith({ input: lineWith(keys[2] ?? '') }, 'hash-object', '-w', '--stdin');
    const tree = repository.gitWith({ input: `100644 blob ${inTree}\tk.env\n` }, 'mktree');
    const lines = [`refs/tags/v1 ${repository.git('rev-parse', 'v1')}`, `refs/x/blob ${blob}`, `refs/x/tree ${tree}`].map((line) => `${line} refs/x/y ${none}\n`);
    const { report } = await run(repository.folder, ['--pre-push'], lines.join(''));
    expect(report.findings.map(({ path }) => path)).toEqual(expect.arrayContaining(['tag:v1', `blob:${blob}`, `blob:${inTree}`]));
    expect(report.findings).toHaveLength(3);
  });

  it('refuses input that is none of the hook', async () => {
    const { status, stderr } = await submitGuard(['git', '--pre-push'], { cwd: newRepository().folder, input: 'hello\n' });
    expect(status).toBe(2);
    expect(stderr).toContain('not what git gives a pre-push hook');
  });
});

describe('submit-guard git --pre-receive', () => {
  it('sees objects in the quarantine of a push, and nothing that is there already', async () => {
    const [old, key] = [makeKey(), makeKey()];
    const repository = newRepository();
    repository.write('old.env', lineWith(old));
    repository.commit('Old');
    const server = `${repository.folder}-server.git`;
    repository.git('clone', '--quiet', '--bare', '.', server);
    repository.write('k.env', lineWith(key));
    const commit = repository.commit('Key');
    const report = join(folderWith(), 'report.json');
    const { program } = await import('./command-line.ts');
    const { chmodSync, readFileSync, writeFileSync } = await import('node:fs');
    const hook = join(server, 'hooks/pre-receive');
    writeFileSync(hook, `#!/bin/sh\nexec "${process.execPath}" "${program}" git --pre-receive -f json -o "${report}"\n`);
    chmodSync(hook, 0o755);
    expect(() => repository.git('push', '--quiet', server, 'HEAD:refs/heads/topic')).toThrow();
    expect((JSON.parse(readFileSync(report, 'utf8')) as Report).findings).toMatchObject([{ path: 'k.env', commit, secret: { fingerprint: fingerprintOf(key) } }]);
    repository.git('reset', '--quiet', '--hard', 'HEAD^');
    repository.commit('Clean');
    repository.git('push', '--quiet', server, 'HEAD:refs/heads/topic');
    expect((JSON.parse(readFileSync(report, 'utf8')) as Report).findings).toEqual([]);
  });
});
