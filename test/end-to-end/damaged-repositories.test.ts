import { chmodSync, closeSync, existsSync, ftruncateSync, openSync, readdirSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Report } from '@submit-guard/core';
import { fingerprintOf } from '@submit-guard/core';
import { describe, expect, it } from 'vitest';
import { lineWith, makeKey, TrapRepository } from '../repositories/trap-repository.ts';
import { folderWith, submitGuard } from './command-line.ts';

function newRepository(): TrapRepository {
  return new TrapRepository(join(folderWith(), 'damaged'));
}

async function run(cwd: string, ...options: readonly string[]): Promise<{ readonly status: number | null; readonly report: Report; readonly keys: readonly (string | undefined)[] }> {
  const { status, stdout, stderr } = await submitGuard(['git', ...options, '-f', 'json'], { cwd });
  if (stdout === '') throw new Error(stderr);
  const report = JSON.parse(stdout) as Report;
  return { status, report, keys: report.findings.map(({ secret }) => secret?.fingerprint) };
}

function objectPath({ folder }: TrapRepository, id: string): string {
  return join(folder, '.git/objects', id.slice(0, 2), id.slice(2));
}

function overwrite(path: string, offset: number, bytes: Uint8Array): void {
  chmodSync(path, 0o644);
  const file = openSync(path, 'r+');
  writeSync(file, bytes, 0, bytes.length, offset);
  closeSync(file);
}

function packOf({ folder }: TrapRepository): string {
  const packs = join(folder, '.git/objects/pack');
  return join(packs, readdirSync(packs).find((name) => name.endsWith('.pack')) ?? '');
}

describe('a repository with faults', () => {
  it('has its corrupt object named, and the others read', async () => {
    const key = makeKey();
    const repository = newRepository();
    repository.write('good.env', lineWith(key));
    repository.write('bad.txt', 'ordinary text\n'.repeat(50));
    repository.commit('Both');
    const bad = repository.git('rev-parse', 'HEAD:bad.txt');
    overwrite(objectPath(repository, bad), 30, Buffer.from([1, 2, 3, 4, 5]));
    for (const options of [['--all'], ['--range', 'start..HEAD']]) {
      const { status, report, keys } = await run(repository.folder, ...options);
      expect(status).toBe(2);
      expect(keys).toEqual([fingerprintOf(key)]);
      expect(report.coverage.unread).toHaveLength(1);
      expect(JSON.stringify(report.coverage.unread)).toContain(options[0] === '--all' ? bad : 'bad.txt');
    }
  });

  it('has its missing object named, with --all, in a range, and in the index', async () => {
    const key = makeKey();
    const repository = newRepository();
    repository.write('good.env', lineWith(key));
    repository.write('gone.txt', 'gone\n');
    repository.commit('Both');
    repository.write('staged.txt', 'staged\n');
    repository.git('add', '--all');
    for (const path of ['HEAD:gone.txt', ':staged.txt']) rmSync(objectPath(repository, repository.git('rev-parse', path)));
    const all = await run(repository.folder, '--all', '--no-cache');
    expect(all).toMatchObject({ status: 2, keys: [fingerprintOf(key)] });
    expect(all.report.coverage.unread).toEqual(expect.arrayContaining([{ path: `blob:${repository.git('rev-parse', 'HEAD:gone.txt')}`, reason: expect.stringContaining('missing') as string }]));
    expect(await run(repository.folder, '--range', 'start..HEAD')).toMatchObject({ status: 2, report: { coverage: { unread: [{ path: 'gone.txt' }] } } });
    expect(await run(repository.folder, '--staged')).toMatchObject({ status: 2, report: { coverage: { unread: [{ path: 'staged.txt' }] } } });
  });

  it('has a missing tree and a missing commit noticed', async () => {
    const key = makeKey();
    const repository = newRepository();
    repository.write('k.env', lineWith(key));
    repository.commit('Key');
    repository.write('folder/a.txt', 'a\n');
    repository.commit('One');
    repository.write('folder/a.txt', 'b\n');
    repository.commit('Two');
    const tree = repository.git('rev-parse', 'HEAD^:folder');
    rmSync(objectPath(repository, tree));
    const { status, report, keys } = await run(repository.folder, '--all');
    // Found all the same, though nobody can say where it stands.
    expect({ status, keys }).toEqual({ status: 2, keys: [fingerprintOf(key)] });
    expect(JSON.stringify(report.coverage.unread)).toContain(tree);
    expect(await run(repository.folder, '--range', 'start..HEAD')).toMatchObject({ status: 2, keys: [fingerprintOf(key)], report: { findings: [{ path: 'k.env' }] } });
    rmSync(objectPath(repository, repository.git('rev-parse', 'HEAD^')));
    expect((await run(repository.folder, '--all')).status).toBe(2);
  });

  it('has a pack that was cut short, and one whose index is broken, noticed', async () => {
    for (const damage of ['pack', 'idx', 'middle']) {
      const repository = newRepository();
      for (let number = 0; number < 20; number++) repository.write(`${number}.txt`, `${number}\n`.repeat(500 + number));
      repository.commit('Many');
      repository.git('repack', '--quiet', '-a', '-d');
      const pack = packOf(repository);
      if (damage === 'idx') overwrite(pack.replace(/pack$/, 'idx'), 0, Buffer.alloc(40, 7));
      if (damage === 'middle') overwrite(pack, Math.floor(statSync(pack).size / 2), Buffer.alloc(40, 7));
      if (damage === 'pack') {
        chmodSync(pack, 0o644);
        const file = openSync(pack, 'r+');
        ftruncateSync(file, Math.floor(statSync(pack).size / 2));
        closeSync(file);
      }
      const { status, stdout, stderr } = await submitGuard(['git', '--all', '-f', 'json'], { cwd: repository.folder });
      expect({ damage, status }).toEqual({ damage, status: 2 });
      if (stdout !== '') expect((JSON.parse(stdout) as Report).coverage.unread).not.toEqual([]);
      else expect(stderr).toMatch(/Git cannot|no git repository/);
    }
  });

  it('says what it cannot see of a shallow clone', async () => {
    const [old, key] = [makeKey(), makeKey()];
    const repository = newRepository();
    repository.write('old.env', lineWith(old));
    repository.commit('Old');
    repository.remove('old.env');
    repository.commit('Gone');
    repository.write('k.env', lineWith(key));
    repository.commit('New');
    const clone = `${repository.folder}-shallow`;
    repository.git('clone', '--quiet', '--depth', '2', `file://${repository.folder}`, clone);
    const all = await run(clone, '--all');
    expect(all).toMatchObject({ status: 1, keys: [fingerprintOf(key)] });
    expect(all.report.coverage.skipped).toEqual([{ path: '.', reason: expect.stringContaining('shallow') as string }]);
    expect(await run(clone, '--range', 'HEAD^..HEAD')).toMatchObject({ status: 1, report: { coverage: { unread: [] } } });
    const { status, stderr } = await submitGuard(['git', '--range', `${repository.git('rev-parse', 'start')}..HEAD`], { cwd: clone });
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining('--unshallow') as string });
    const push = await submitGuard(['git', '--pre-push', '-f', 'json'], { cwd: clone, input: `refs/heads/main ${repository.head()} refs/heads/main ${'0'.repeat(40)}\n` });
    expect(push.status).toBe(2);
    expect((JSON.parse(push.stdout) as Report).coverage.unread).toMatchObject([{ path: expect.stringMatching(/^commit:/) as string, reason: expect.stringContaining('shallow') as string }]);
  });

  it('fetches nothing into a partial clone, and says that objects are missing', async () => {
    const key = makeKey();
    const repository = newRepository();
    repository.git('config', 'uploadpack.allowFilter', 'true');
    repository.write('k.env', lineWith(key));
    const commit = repository.commit('Key');
    repository.remove('k.env');
    repository.commit('Gone');
    const clone = `${repository.folder}-partial`;
    repository.git('clone', '--quiet', '--filter=blob:none', `file://${repository.folder}`, clone);
    const before = readdirSync(join(clone, '.git/objects/pack')).sort();
    const all = await run(clone, '--all');
    expect(all).toMatchObject({ status: 2, keys: [], report: { coverage: { unread: [{ path: '.', reason: expect.stringContaining('partial') as string }] } } });
    const range = await run(clone, '--range', `${repository.git('rev-parse', 'start')}..${commit}`);
    expect(range.status).toBe(2);
    expect(readdirSync(join(clone, '.git/objects/pack')).sort()).toEqual(before);
  });
});

describe('a hostile repository', () => {
  it('runs none of its programs', async () => {
    const key = makeKey();
    const repository = newRepository();
    const mark = join(folderWith(), 'was-run');
    const script = join(repository.folder, '.git/run.sh');
    writeFileSync(script, `#!/bin/sh\necho run >> "${mark}"\ncat\n`);
    chmodSync(script, 0o755);
    for (const hook of ['pre-commit', 'post-index-change', 'reference-transaction', 'fsmonitor-watchman', 'pre-auto-gc']) {
      repository.write(`.git/hooks/${hook}`, `#!/bin/sh\nexec "${script}"\n`);
      chmodSync(join(repository.folder, '.git/hooks', hook), 0o755);
    }
    repository.write('.gitattributes', '* filter=evil diff=evil merge=evil\n');
    repository.write('k.env', lineWith(key));
    repository.git('-c', 'filter.evil.clean=cat', 'add', '--all');
    repository.git('commit', '--quiet', '--no-verify', '--message', 'Key');
    rmSync(mark, { force: true });
    for (const [name, value] of [
      ['core.fsmonitor', script], ['core.pager', script], ['core.editor', script], ['core.sshCommand', script], ['core.askPass', script],
      ['core.alternateRefsCommand', script], ['core.gitProxy', script], ['diff.external', script], ['diff.evil.command', script], ['diff.evil.textconv', script],
      ['filter.evil.clean', script], ['filter.evil.smudge', script], ['filter.evil.process', script], ['gpg.program', script], ['log.showSignature', 'true'],
      ['credential.helper', `!${script}`], ['uploadpack.packObjectsHook', script], ['interactive.diffFilter', script], ['pager.diff-tree', script], ['pager.rev-list', script],
      ['alias.cat-file', `!${script}`], ['extensions.partialClone', 'origin'], ['remote.origin.url', `ext::${script}`], ['remote.origin.promisor', 'true'],
      ['remote.origin.uploadpack', script], ['protocol.ext.allow', 'always'],
    ] as const) repository.git('config', name, value);
    repository.write('staged.env', lineWith(makeKey()));
    repository.git('-c', 'core.fsmonitor=false', '-c', 'filter.evil.clean=cat', '-c', 'filter.evil.process=', 'add', 'staged.env');
    rmSync(mark, { force: true });
    for (const options of [['--all', '--no-cache'], ['--range', 'start..HEAD'], ['--staged']]) {
      const { status, report } = await run(repository.folder, ...options);
      expect({ options, status }).toEqual({ options, status: 1 });
      expect(report.coverage.unread).toEqual([]);
    }
    // A missing object of a partial clone is what git would fetch.
    rmSync(objectPath(repository, repository.git('-c', 'core.fsmonitor=false', 'rev-parse', 'HEAD:k.env')));
    rmSync(mark, { force: true });
    for (const options of [['--all', '--no-cache'], ['--range', 'start..HEAD']]) {
      const { status } = await submitGuard(['git', ...options, '-f', 'json'], { cwd: repository.folder });
      expect({ options, status }).toEqual({ options, status: 2 });
    }
    expect(existsSync(mark)).toBe(false);
  });

  it.runIf(process.getuid?.() === 0)('is not opened where it belongs to somebody else', async () => {
    const repository = newRepository();
    chmodSync(dirname(repository.folder), 0o755);
    const { status, stdout, stderr } = await submitGuard(['git', '--all'], { cwd: repository.folder, user: 65_534 });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('git does not trust it. If you do: git config --global --add safe.directory');
  });

  it('cannot hide commits with refs that look like options', async () => {
    const key = makeKey();
    const repository = newRepository();
    repository.write('k.env', lineWith(key));
    const commit = repository.commit('Key');
    repository.git('update-ref', 'refs/heads/--all', commit);
    repository.git('update-ref', 'refs/tags/-n1', commit);
    repository.git('checkout', '--quiet', '--detach', 'start');
    expect(await run(repository.folder, '--all')).toMatchObject({ status: 1, keys: [fingerprintOf(key)], report: { findings: [{ history: { refs: ['refs/heads/--all', 'refs/heads/main', 'refs/tags/-n1'] } }] } });
    expect(await run(repository.folder, '--range=start..refs/heads/--all')).toMatchObject({ status: 1, keys: [fingerprintOf(key)] });
  });
});
