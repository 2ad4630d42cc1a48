import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lineWith, makeKey, TrapRepository } from '../repositories/trap-repository.ts';
import { folderWith, submitGuard } from './command-line.ts';

describe('what is said of a key in history', () => {
  it('tells to revoke it first, which refs lead to it, and where it still stands', async () => {
    const repository = new TrapRepository(join(folderWith(), 'remedy'));
    repository.write('a/k.env', lineWith(makeKey()));
    const commit = repository.commit('Key');
    repository.git('mv', 'a/k.env', 'b.env');
    repository.commit('Move');
    repository.git('branch', 'kept');
    repository.remove('b.env');
    repository.commit('Remove');
    const { stdout } = await submitGuard(['git', '--all'], { cwd: repository.folder });
    expect(stdout).toContain(`commit   ${commit}, 2023-11-14T`);
    expect(stdout).toContain('paths    a/k.env, b.env');
    expect(stdout).toContain('still in refs/heads/kept');
    expect(stdout).toContain('refs     refs/heads/kept, refs/heads/main');
    expect(stdout).toContain('Revoke the key in Atomyx Vault first.');
  });

  it('gives commands that cut the keys out, without a key on a command line', async () => {
    const keys = [makeKey(), makeKey(), makeKey()];
    const repository = new TrapRepository(join(folderWith(), 'remedy'));
    repository.write('k.env', `# äöü ${'x'.repeat(10)}\nÄ="ü"; ${lineWith(keys[0] ?? '')}`);
    repository.commit(`ATOMYX_SUBMIT_API_KEY=${keys[1]}`);
    repository.git('tag', '--annotate', 'v1', '--message', `ATOMYX_SUBMIT_API_KEY=${keys[2]}`);
    const { stdout } = await submitGuard(['git', '--all'], { cwd: repository.folder });
    for (const key of keys) expect(stdout).not.toContain(key);
    const commands = stdout.split('\n').filter((line) => line.startsWith('    git cat-file'));
    expect(commands).toHaveLength(3);
    for (const command of commands) execFileSync('sh', ['-c', command], { cwd: repository.folder });
    const written = readFileSync(join(dirname(repository.folder), 'submit-guard-replacements.txt'), 'utf8');
    expect(written.trimEnd().split('\n').sort()).toEqual(keys.map((key) => `literal:${key}==>REVOKED`).sort());
    expect(stdout).toContain('--replace-text ../submit-guard-replacements.txt');
  });

  it('does not say that what is staged, or the name of a file, is in the history only', async () => {
    const repository = new TrapRepository(join(folderWith(), 'remedy'));
    repository.write(`ATOMYX_SUBMIT_API_KEY=${makeKey()}`, 'x\n');
    repository.commit('Name');
    repository.write('k.env', lineWith(makeKey()));
    repository.git('add', '--all');
    const { stdout } = await submitGuard(['git', '--all'], { cwd: repository.folder });
    expect(stdout).toContain('2 findings');
    expect(stdout).not.toContain('still in');
    expect(stdout.match(/refs {5}refs\/heads\/main/g)).toHaveLength(1);
  });

  it('says nothing of history about what is only staged', async () => {
    const repository = new TrapRepository(join(folderWith(), 'remedy'));
    repository.write('k.env', lineWith(makeKey()));
    repository.git('add', '--all');
    const { stdout, status } = await submitGuard(['git', '--staged'], { cwd: repository.folder });
    expect(status).toBe(1);
    expect(stdout).not.toContain('In the history');
  });
});
