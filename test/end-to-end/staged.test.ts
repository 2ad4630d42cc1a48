import { chmodSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Finding, Report } from '@submit-guard/core';
import { fingerprintOf } from '@submit-guard/core';
import { describe, expect, it } from 'vitest';
import { lineWith, makeKey, TrapRepository } from '../repositories/trap-repository.ts';
import { folderWith, program, submitGuard } from './command-line.ts';

const filler = Array.from({ length: 40 }, (_, number) => `SETTING_${number}=value ${number}\n`).join('');

function repositoryWith(files: Readonly<Record<string, string>> = {}): TrapRepository {
  const repository = new TrapRepository(join(folderWith(), 'staged'));
  for (const [path, content] of Object.entries(files)) repository.write(path, content);
  if (Object.keys(files).length > 0) repository.commit('Files');
  return repository;
}

async function staged(cwd: string, ...options: readonly string[]): Promise<{ readonly status: number | null; readonly findings: readonly Finding[]; readonly report: Report }> {
  const { status, stdout, stderr } = await submitGuard(['git', '--staged', '-f', 'json', ...options], { cwd });
  expect(stderr).toBe('');
  const report = JSON.parse(stdout) as Report;
  return { status, findings: report.findings, report };
}

describe('submit-guard git --staged', () => {
  it('reads the index, and not the files on disk', async () => {
    const [key, other] = [makeKey(), makeKey()];
    const repository = repositoryWith();
    repository.write('a.env', lineWith(key));
    repository.git('add', 'a.env');
    repository.write('a.env', 'MODE=clean\n');
    repository.write('b.env', 'MODE=clean\n');
    repository.git('add', 'b.env');
    repository.write('b.env', lineWith(other));
    const { status, findings } = await staged(repository.folder);
    expect(status).toBe(1);
    expect(findings).toMatchObject([{ path: 'a.env', line: 1, secret: { fingerprint: fingerprintOf(key) }, blob: repository.git('rev-parse', ':a.env') }]);
    expect(findings[0]?.commit).toBeUndefined();
  });

  it('reports what is added, and not what was there', async () => {
    const [old, key] = [makeKey(), makeKey()];
    const repository = repositoryWith({ 'a.env': lineWith(old) });
    repository.write('a.env', `# a comment\n${lineWith(old)}`);
    repository.git('add', '--all');
    expect(await staged(repository.folder)).toMatchObject({ status: 0, findings: [] });
    repository.write('a.env', `${lineWith(old)}${lineWith(key)}`);
    repository.git('add', '--all');
    expect((await staged(repository.folder)).findings).toMatchObject([{ line: 2, secret: { fingerprint: fingerprintOf(key) } }]);
  });

  it('counts a key as old whose evidence is new, and as new whose evidence is old', async () => {
    const [old, key] = [makeKey(), makeKey()];
    const repository = repositoryWith({ 'a.py': `x = "${old}"\n`, 'b.py': 'import requests\n# https://submit.atomyx.io/api/jobs\nheaders = {"Authorization": "Bearer " + key}\n' });
    repository.write('a.py', `atomyx_api_key = "${old}"\n`);
    repository.git('add', '--all');
    expect(await staged(repository.folder)).toMatchObject({ status: 0, findings: [] });
    repository.write('b.py', `import requests\nkey = "${key}"\nrequests.post("https://submit.atomyx.io/api/jobs", headers={"Authorization": "Bearer " + key})\n`);
    repository.git('add', '--all');
    expect((await staged(repository.folder)).findings).toMatchObject([{ path: 'b.py', secret: { fingerprint: fingerprintOf(key) } }]);
  });

  it('takes a renamed file for what it was, and a copy for new', async () => {
    const key = makeKey();
    const repository = repositoryWith({ 'a.env': filler + lineWith(key) });
    repository.git('mv', 'a.env', 'b.env');
    expect(await staged(repository.folder)).toMatchObject({ status: 0, findings: [] });
    repository.write('b.env', `${filler}# edited\n${lineWith(key)}`);
    repository.git('add', '--all');
    expect(await staged(repository.folder)).toMatchObject({ status: 0, findings: [] });
    repository.write('a.env', filler + lineWith(key));
    repository.git('add', '--all');
    expect((await staged(repository.folder)).findings).toMatchObject([{ path: 'b.env' }]);
  });

  it('does not blame a merge for what the other side has', async () => {
    const [theirs, key] = [makeKey(), makeKey()];
    const repository = repositoryWith();
    repository.git('checkout', '--quiet', '-b', 'side');
    repository.write('side.env', lineWith(theirs));
    repository.commit('Side');
    repository.git('checkout', '--quiet', 'main');
    repository.commit('Main');
    repository.git('merge', '--quiet', '--no-commit', '--no-ff', 'side');
    expect(await staged(repository.folder)).toMatchObject({ status: 0, findings: [] });
    repository.write('side.env', lineWith(theirs) + lineWith(key));
    repository.git('add', '--all');
    expect((await staged(repository.folder)).findings).toMatchObject([{ path: 'side.env', line: 2 }]);
  });

  it('works before the first commit, with files to be added later, and with names of all kinds', async () => {
    const keys = [makeKey(), makeKey(), makeKey()];
    const folder = join(folderWith(), 'new');
    const repository = new TrapRepository(folder);
    repository.git('update-ref', '-d', 'HEAD');
    repository.write('--all', lineWith(keys[0] ?? ''));
    repository.write('line\nfeed', lineWith(keys[1] ?? ''));
    repository.write(`ATOMYX_SUBMIT_API_KEY=${keys[2]}`, 'x\n');
    repository.write('later.env', lineWith(makeKey()));
    repository.git('add', '--', '--all', 'line\nfeed', `ATOMYX_SUBMIT_API_KEY=${keys[2]}`);
    repository.git('add', '--intent-to-add', 'later.env');
    const { findings } = await staged(folder);
    expect(findings.map(({ path }) => path)).toEqual(['"line\\nfeed"', '--all', `ATOMYX_SUBMIT_API_KEY=${keys[2]?.slice(0, 4)}...`]);
    expect(JSON.stringify(findings)).not.toContain(keys[2]);
  });

  it('gives paths from the working directory', async () => {
    const repository = repositoryWith({ 'docs/a.txt': 'a\n' });
    repository.write('docs/k.env', lineWith(makeKey()));
    repository.write('src/k.env', lineWith(makeKey()));
    repository.git('add', '--all');
    expect((await staged(join(repository.folder, 'docs'))).findings.map(({ path }) => path)).toEqual(['../src/k.env', 'k.env']);
    expect((await staged('/', '-C', join(repository.folder, 'docs'))).findings.map(({ path }) => path)).toEqual(['../src/k.env', 'k.env']);
    const { stdout } = await submitGuard(['git', '--staged', '-C', join(repository.folder, 'docs'), '--format', 'sarif'], { cwd: '/' });
    expect(stdout).toContain(`"uri": "${pathToFileURL(repository.folder).href}/docs/"`);
  });

  it('applies the configuration, suppressions and the baseline', async () => {
    const repository = repositoryWith();
    repository.write('submit-guard.config.yaml', 'exclude:\n  - vendor/**\n');
    repository.write('vendor/k.env', lineWith(makeKey()));
    repository.write('k.env', `${lineWith(makeKey())}# submit-guard-ignore-next-line no-hardcoded-key -- a key of a closed account\n${lineWith(makeKey())}`);
    repository.git('add', '--all');
    const before = await staged(repository.folder);
    expect(before.report).toMatchObject({ suppressed: 1, findings: [{ path: 'k.env', line: 1 }] });
    expect(before.report.coverage.skipped).toEqual([{ path: 'vendor/k.env', reason: 'excluded by the configuration' }]);
    await submitGuard(['baseline', '--reason', 'known and revoked'], { cwd: repository.folder });
    expect(await staged(repository.folder)).toMatchObject({ status: 0, findings: [], report: { suppressed: 2 } });
  });

  it('reports suppressions that are faulty or cover nothing, in what is staged', async () => {
    const repository = repositoryWith();
    repository.write('a.py', '# submit-guard-ignore-next-line\nx = 1\n');
    repository.git('add', '--all');
    expect(await staged(repository.folder)).toMatchObject({ status: 1, report: { notes: [{ kind: 'invalid-suppression', path: 'a.py', line: 1 }] } });
  });

  it('sees what a partial commit and an amended one add, from within a hook', async () => {
    const repository = repositoryWith({ 'a.txt': 'a\n', 'b.txt': 'b\n' });
    const hook = join(repository.folder, '.git/hooks/pre-commit');
    repository.write('.git/hooks/pre-commit', `#!/bin/sh\nexec "${process.execPath}" "${program}" git --staged -f json -o "${repository.folder}/.git/report.json"\n`);
    chmodSync(hook, 0o755);
    const reported = (): readonly string[] => (JSON.parse(readFileSync(join(repository.folder, '.git/report.json'), 'utf8')) as Report).findings.map(({ path }) => path);
    repository.write('a.txt', lineWith(makeKey()));
    repository.write('b.txt', lineWith(makeKey()));
    expect(() => repository.git('commit', '--quiet', '--message', 'Only a', '--', 'a.txt')).toThrow();
    expect(reported()).toEqual(['a.txt']);
    repository.write('a.txt', 'a2\n');
    repository.git('commit', '--quiet', '--message', 'Only a', '--', 'a.txt');
    expect(reported()).toEqual([]);
    expect(() => repository.git('commit', '--quiet', '--amend', '--all', '--no-edit')).toThrow();
    expect(reported()).toEqual(['b.txt']);
    repository.git('worktree', 'add', '--quiet', '--detach', `${repository.folder}-linked`);
    expect(() => repository.git('-C', `${repository.folder}-linked`, 'commit', '--quiet', '--allow-empty', '--message', 'x')).not.toThrow();
  });

  it('says so where there is nothing to scan, no repository, or no single thing to do', async () => {
    const repository = repositoryWith();
    expect(await staged(repository.folder)).toMatchObject({ status: 0, report: { coverage: { blobs: 0, files: 0 } } });
    const outside = folderWith();
    expect(await submitGuard(['git', '--staged'], { cwd: outside })).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('is in no git repository') as string });
    expect(await submitGuard(['git', '--staged', '-C', 'nowhere'], { cwd: outside })).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('There is no folder nowhere') as string });
    expect(await submitGuard(['git'], { cwd: outside })).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('Say what to scan') as string });
    expect(await submitGuard(['git', '--staged', '--all'], { cwd: outside })).toMatchObject({ status: 2, stderr: expect.stringContaining('Only one of') as string });
  });
});
