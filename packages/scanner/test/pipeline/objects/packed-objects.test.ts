import { execFileSync } from 'node:child_process';
import { chmodSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commitAll, git, temporaryRepository } from '../../git-repository.ts';
import { engine, lineWith, makeKey } from '../engines.ts';
import { siftByGit, siftByPacks } from './lanes.ts';

/** Numbers that look random and are the same in every run. */
function numbersFrom(seed: number): (bound: number) => number {
  let state = seed;
  return (bound) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
}

const words = ['submit', 'api key', 'bearer', 'return', 'value', 'const', 'SUBMIT_API_KEY', 'token', 'x'];

/** Changes some lines of a text; now and then one gets a key, or half of a line with one. */
function changed(lines: readonly string[], next: (bound: number) => number): readonly string[] {
  const copy = [...lines];
  for (let count = next(6) + 1; count > 0; count--) {
    const at = next(copy.length + 1);
    const plain = Array.from({ length: next(9) + 1 }, () => words[next(words.length)] ?? '').join(' ');
    const line = next(25) === 0 ? lineWith(makeKey()) : next(25) === 0 ? lineWith(makeKey()).slice(0, next(60)) : plain;
    copy.splice(at, next(3), line);
  }
  return copy;
}

/** A repository with a history of texts, bytes and names. */
function history(seed: number, ...init: readonly string[]): string {
  const next = numbersFrom(seed);
  const folder = temporaryRepository();
  if (init.length > 0) git(folder, 'init', '--quiet', ...init, 'other');
  const root = init.length > 0 ? join(folder, 'other') : folder;
  const files = new Map<string, readonly string[]>();
  for (let commit = 0; commit < 12; commit++) {
    for (let count = next(5) + 2; count > 0; count--) {
      const name = `file-${next(6)}.txt`;
      const lines = changed(files.get(name) ?? Array.from({ length: 40 }, (_, line) => `line ${line} of ${name}`), next);
      files.set(name, lines);
      const bytes = Buffer.from(`${lines.join(next(9) === 0 ? '\r\n' : '\n')}\n`);
      writeFileSync(join(root, name), next(12) === 0 ? Buffer.concat([Buffer.alloc(3), bytes]) : next(12) === 0 ? Buffer.from(bytes.toString(), 'utf16le') : bytes);
    }
    if (next(8) === 0) writeFileSync(join(root, `submit-api-key-${makeKey()}.txt`), '');
    commitAll(root);
  }
  git(root, 'tag', '--annotate', 'v1', '--message', lineWith(makeKey()));
  return root;
}

/** Expects the same of both ways to read a repository. @returns what came from packs. */
async function expectSame(folder: string): Promise<{ readonly packed: number; readonly isClosed: boolean }> {
  const { packed, isClosed, ...byPacks } = await siftByPacks(folder, engine());
  expect(byPacks).toEqual(await siftByGit(folder, engine()));
  return { packed, isClosed };
}

function packsOf(folder: string): readonly string[] {
  const packs = join(folder, '.git/objects/pack');
  return readdirSync(packs).filter((name) => name.endsWith('.pack')).map((name) => join(packs, name));
}

describe('objects that are read from packs', () => {
  /** Settings of git, and options of `git repack`. */
  const shapes: readonly (readonly [readonly string[], readonly string[]])[] = [
    [[], []],
    [[], ['--depth=200', '--window=100']],
    [[], ['--depth=0', '--window=0']],
    // Deltas that name their bases by id, and an index of version 1.
    [['-c', 'repack.useDeltaBaseOffset=false'], ['--depth=50', '--window=50']],
    [['-c', 'pack.indexVersion=1'], []],
    [['-c', 'core.compression=0', '-c', 'pack.compression=0'], ['-F']],
    [['-c', 'pack.compression=9'], ['-F']],
  ];

  it('are the same as git puts them together, in whatever way they are packed', async () => {
    const folder = history(7);
    for (const [settings, options] of shapes) {
      git(folder, ...settings, 'repack', '-a', '-d', '-f', '--quiet', ...options);
      expect(packsOf(folder)).toHaveLength(1);
      const { packed, isClosed } = await expectSame(folder);
      expect([settings, options, packed > 40, isClosed]).toEqual([settings, options, true, true]);
    }
  });

  it('are the same with SHA-256', async () => {
    const folder = history(8, '--object-format=sha256');
    git(folder, 'repack', '-a', '-d', '--quiet');
    expect((await expectSame(folder)).packed).toBeGreaterThan(40);
  });

  it('are the same in several packs, with loose objects and alternates', async () => {
    const folder = history(9);
    git(folder, 'repack', '-d', '--quiet');
    writeFileSync(join(folder, 'file-1.txt'), `${lineWith(makeKey())}\n`);
    commitAll(folder);
    git(folder, 'repack', '-d', '--quiet');
    writeFileSync(join(folder, 'file-2.txt'), 'Loose.\n');
    commitAll(folder);
    expect(packsOf(folder)).toHaveLength(2);
    await expectSame(folder);
    git(folder, 'clone', '--quiet', '--shared', '.', 'clone');
    const clone = join(folder, 'clone');
    writeFileSync(join(clone, 'file-3.txt'), `${lineWith(makeKey())}\n`);
    commitAll(clone);
    expect((await expectSame(clone)).packed).toBeGreaterThan(40);
  });

  it('are told to lead nowhere where an object is missing', async () => {
    const folder = history(10);
    const { packed, isClosed } = await packedWithout(folder, git(folder, 'rev-parse', 'HEAD~3:file-1.txt').trim());
    expect(packed).toBeGreaterThan(40);
    expect(isClosed).toBe(false);
  });

  it('are left to git where bytes are damaged, and none else', async () => {
    const next = numbersFrom(11);
    const folder = history(11);
    git(folder, 'repack', '-a', '-d', '-f', '--quiet', '--depth=20');
    const [pack = ''] = packsOf(folder);
    const bytes = readFileSync(pack);
    chmodSync(pack, 0o644);
    for (let round = 0; round < 6; round++) {
      const damaged = Buffer.from(bytes);
      for (let count = next(3); count >= 0; count--) {
        const at = 12 + next(bytes.length - 32);
        damaged[at] = (damaged[at] ?? 0) ^ (1 << next(8));
      }
      writeFileSync(pack, damaged);
      await expectSame(folder);
    }
    // Cut off: not even the checksum at its end is that of its index.
    writeFileSync(pack, bytes);
    truncateSync(pack, bytes.length - 1_000);
    expect((await expectSame(folder)).packed).toBe(0);
  });
});

/** Packs all but one object into a repository of its own. */
async function packedWithout(folder: string, id: string): Promise<{ readonly packed: number; readonly isClosed: boolean }> {
  const ids = git(folder, 'cat-file', '--batch-all-objects', '--batch-check=%(objectname)').replace(`${id}\n`, '');
  git(folder, 'init', '--quiet', 'part');
  const part = join(folder, 'part');
  execFileSync('git', ['pack-objects', '--quiet', join(part, '.git/objects/pack/pack')], { cwd: folder, input: ids });
  return expectSame(part);
}
