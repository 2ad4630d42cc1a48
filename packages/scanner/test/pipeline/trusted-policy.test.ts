import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ScanOptions } from '../../src/pipeline/collect.ts';
import { scan } from '../../src/pipeline/scan.ts';
import { commitAll, git, temporaryRepository } from '../git-repository.ts';

const lineWith = (key = randomBytes(20).toString('hex')): string => `ATOMYX_SUBMIT_API_KEY = "${key}"\n`;
const excused = (line: string, directive = '-- revoked in May'): string => `# submit-guard-ignore-next-line ${directive}\n${line}`;

function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

async function found(folder: string, options: Partial<ScanOptions> = {}) {
  const { findings, notes, suppressed } = await scan({ cwd: folder, environment: {}, policyFrom: 'main', ...options });
  return { places: findings.map(({ path }) => path), notes: notes.map(({ kind, path, line }) => `${kind} ${path}${line === undefined ? '' : `:${line}`}`), suppressed };
}

describe('the policy of a trusted commit', () => {
  it('goes on to excuse what it excuses, wherever the line has moved to', async () => {
    const line = lineWith();
    const folder = temporaryRepository({ 'a.py': excused(line), 'b/b.py': excused(lineWith()) });
    write(folder, { 'a.py': `import os\n\n${excused(line, 'no-hardcoded-key -- in other words')}` });
    expect(await found(folder)).toEqual({ places: [], notes: ['untrusted-suppression a.py:3'], suppressed: 2 });
  });

  it('does not excuse a new key on an old line, nor below an old comment', async () => {
    const folder = temporaryRepository({ 'a.py': excused(lineWith()) });
    write(folder, { 'a.py': excused(lineWith()) });
    expect(await found(folder)).toEqual({ places: ['a.py'], notes: [], suppressed: 0 });
  });

  it('counts in place of the files on disk, also where these are faulty or gone', async () => {
    const folder = temporaryRepository({ 'a.py': lineWith(), 'c/c.py': lineWith(), 'submit-guard.config.yaml': 'exclude: [c/]\n' });
    write(folder, { 'submit-guard.config.yaml': 'exclude: [', '.submit-guard/baseline.json': '{' });
    expect(await found(folder)).toEqual({ places: ['a.py'], notes: ['untrusted-suppression .submit-guard/baseline.json', 'untrusted-suppression submit-guard.config.yaml'], suppressed: 0 });
  });

  it('is the only one that counts also where files of it are named', async () => {
    const folder = temporaryRepository({ 'a.py': lineWith(), 'ci/guard.yaml': 'rules: { no-hardcoded-key: warning }\n' });
    write(folder, { 'ci/guard.yaml': 'exclude: ["*"]\n', 'ci/new.yaml': 'exclude: ["*"]\n', 'ci/base.json': '{"version":1,"entries":[]}' });
    const { findings } = await scan({ cwd: folder, environment: {}, policyFrom: 'main', config: 'ci/guard.yaml' });
    expect(findings).toMatchObject([{ path: 'a.py', severity: 'warning' }]);
    await expect(found(folder, { config: 'ci/new.yaml' })).rejects.toThrow('There is no configuration main:ci/new.yaml: what is trusted has to be there.');
    expect((await found(folder, { baseline: 'ci/base.json' })).places).toEqual(['a.py']);
  });

  it('knows the keys that are known there', async () => {
    const folder = temporaryRepository({ 'a.txt': 'nothing\n' });
    write(folder, { '.submit-guard/keys.json': '{' });
    expect((await found(folder)).places).toEqual([]);
  });

  it('names places from the working directory', async () => {
    const folder = temporaryRepository({ 'src/a.py': 'print(1)\n' });
    write(folder, { 'src/a.py': excused(lineWith()), 'b.py': excused(lineWith()) });
    expect(await found(join(folder, 'src'))).toEqual({ places: ['a.py'], notes: ['untrusted-suppression ../b.py:1', 'untrusted-suppression a.py:1'], suppressed: 0 });
  });

  it('is not taken through a link, and not from a name that could be an option', async () => {
    const folder = temporaryRepository({ 'real.yaml': 'exclude: ["*"]\n', 'a.py': lineWith() });
    git(folder, 'switch', '--quiet', '--detach');
    await expect(found(folder, { policyFrom: '--output=x' })).rejects.toThrow('there is no commit');
    await expect(found(folder, { policyFrom: 'nowhere' })).rejects.toThrow('--policy-from: there is no commit nowhere in this repository. Fetch it, or mend the name.');
    git(folder, 'update-index', '--add', '--cacheinfo', `120000,${git(folder, 'hash-object', '-w', 'real.yaml').trim()},submit-guard.config.yaml`);
    git(folder, 'commit', '--quiet', '--message', 'Link');
    expect((await found(folder, { policyFrom: 'HEAD' })).places).toEqual(['a.py']);
  });

  it('may be one with odd names', async () => {
    const folder = temporaryRepository({ 'with space "and quote".py': excused(lineWith()), 'ünï.py': excused(lineWith()), '-x.py': excused(lineWith()), '*.py': excused(lineWith()) });
    commitAll(folder);
    expect(await found(folder)).toEqual({ places: [], notes: [], suppressed: 4 });
  });
});
