import { randomBytes } from 'node:crypto';
import { appendFileSync, chownSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { idsIn } from '../../src/git/id-table.ts';
import { readBareRepository } from '../../src/git/read-bare-repository.ts';
import { readIds } from '../../src/git/read-ids.ts';
import { readTips } from '../../src/git/read-tips.ts';
import type { Repository } from '../../src/git/repository.ts';
import { objectStore, openRepository } from '../../src/git/repository.ts';
import { commitAll, git, temporaryRepository } from '../git-repository.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const lines = (text: string): readonly string[] => text.split('\n').filter((line) => line !== '');
const open = (folder: string): Promise<Repository> => openRepository(objectStore(folder, false));

/** A repository with two packs that have objects in common, loose objects, branches and tags in a list and in files. */
function grownRepository(): string {
  const folder = temporaryRepository({ 'a.txt': 'a\n', 'b/c.txt': 'c\n' });
  git(folder, 'tag', '--annotate', '--message', 'First', 'v1');
  git(folder, 'repack', '--quiet', '-a', '-d');
  writeFileSync(join(folder, 'd.txt'), randomBytes(2000));
  commitAll(folder);
  git(folder, 'branch', 'side/one');
  // The first pack is kept, and the second has all of it, too.
  for (const name of readdirSync(join(folder, '.git/objects/pack'))) if (name.endsWith('.pack')) writeFileSync(join(folder, '.git/objects/pack', name.replace('.pack', '.keep')), '');
  git(folder, 'repack', '--quiet', '-a', '--pack-kept-objects');
  git(folder, 'pack-refs', '--all');
  writeFileSync(join(folder, 'e.txt'), 'e\n');
  commitAll(folder);
  git(folder, 'update-ref', 'refs/heads/side/one', 'HEAD');
  git(folder, 'symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/heads/main');
  return folder;
}

const idsByGit = (folder: string): readonly string[] => lines(git(folder, 'cat-file', '--batch-all-objects', '--batch-check=%(objectname)'));
const tipsByGit = (folder: string): readonly string[] => [...new Set(lines(git(folder, 'for-each-ref', '--format=%(objectname)')))].sort();

describe('ids that are read without git', () => {
  it('are those that git lists', async () => {
    const folder = grownRepository();
    const bare = temporaryFolder();
    git(bare, 'clone', '--quiet', '--mirror', '--no-local', folder, 'mirror.git');
    for (const place of [folder, join(bare, 'mirror.git'), temporaryRepository(), join(folder, 'b')]) {
      const ids = readIds(await open(place));
      expect(ids && [...idsIn(ids)]).toEqual(idsByGit(place));
      expect(readTips(await open(place))?.toSorted()).toEqual(tipsByGit(place));
    }
    expect(readdirSync(join(folder, '.git/objects/pack')).filter((name) => name.endsWith('.idx'))).toHaveLength(2);
  });

  it('are those of longer ids', async () => {
    const folder = temporaryFolder();
    git(folder, 'init', '--quiet', '--object-format=sha256');
    writeFileSync(join(folder, 'a.txt'), 'a\n');
    commitAll(folder);
    git(folder, 'repack', '--quiet', '-a', '-d');
    const ids = readIds(await open(folder));
    expect(ids && [...idsIn(ids)]).toEqual(idsByGit(folder));
    expect(readTips(await open(folder))).toEqual(tipsByGit(folder));
  });

  const indexOf = (folder: string): string => join(folder, '.git/objects/pack', readdirSync(join(folder, '.git/objects/pack')).find((name) => name.endsWith('.idx')) ?? '');
  it.each<[string, (folder: string) => void]>([
    ['objects are in another repository, too', (folder) => writeFileSync(join(folder, '.git/objects/info/alternates'), `${temporaryRepository()}/.git/objects\n`)],
    ['an index is cut off', (folder) => rewrite(indexOf(folder), (bytes) => bytes.subarray(0, -30))],
    ['an index is in disorder', (folder) => rewrite(indexOf(folder), (bytes) => Buffer.concat([bytes.subarray(0, 1032), bytes.subarray(1052, 1072), bytes.subarray(1032, 1052), bytes.subarray(1072)]))],
    ['an index is none', (folder) => rewrite(indexOf(folder), () => Buffer.from('nonsense'))],
    ['a pack is gone', (folder) => rmSync(indexOf(folder).replace(/idx$/, 'pack'), { force: true })],
  ])('are left to git where %s', async (_title, change) => {
    const folder = grownRepository();
    change(folder);
    expect(readIds(await open(folder))).toBeUndefined();
  });

  it.each<[string, (folder: string) => void]>([
    ['a ref is damaged', (folder) => writeFileSync(join(folder, '.git/refs/heads/main'), 'nonsense\n')],
    ['the list is damaged', (folder) => appendFileSync(join(folder, '.git/packed-refs'), 'nonsense\n')],
    ['a ref is a link', (folder) => symlinkSync('main', join(folder, '.git/refs/heads/link'))],
    ['refs are kept in another way', (folder) => mkdirSync(join(folder, '.git/reftable'))],
  ])('of refs are left to git where %s', async (_title, change) => {
    const folder = grownRepository();
    const repository = await open(folder);
    change(folder);
    expect(readTips(repository)).toBeUndefined();
  });

  it('of refs are left to git in a linked work tree', async () => {
    const folder = grownRepository();
    git(folder, 'worktree', 'add', '--quiet', '--detach', `${folder}-linked`);
    try {
      expect(readTips(await open(`${folder}-linked`))).toBeUndefined();
    } finally {
      rmSync(`${folder}-linked`, { recursive: true });
    }
  });
});

function rewrite(path: string, change: (bytes: Buffer) => Buffer): void {
  const bytes = change(readFileSync(path));
  rmSync(path, { force: true });
  writeFileSync(path, bytes);
}

describe('a bare repository that is opened without git', () => {
  const mirror = (): string => {
    const place = temporaryFolder();
    git(place, 'clone', '--quiet', '--mirror', temporaryRepository({ 'a.txt': 'a\n' }), 'mirror.git');
    return join(place, 'mirror.git');
  };
  const plain = (folder: string): ReturnType<typeof readBareRepository> => readBareRepository(folder, {});

  it('is what git says of it', async () => {
    const folder = mirror();
    expect(plain(folder)).toEqual({ gitFolder: folder, isShallow: false });
    const opened = await open(folder);
    // A setting that git passes over has git asked.
    git(folder, 'config', 'submit.guard', '"quoted"');
    expect(plain(folder)).toBeUndefined();
    expect(await open(folder)).toEqual(opened);
  });

  it('tells of a shallow one', async () => {
    const place = temporaryFolder();
    const source = grownRepository();
    git(place, 'clone', '--quiet', '--bare', '--depth', '1', `file://${source}`, 'shallow.git');
    expect(plain(join(place, 'shallow.git'))).toMatchObject({ isShallow: true });
    expect((await open(join(place, 'shallow.git'))).isShallow).toBe(true);
  });

  it.each<[string, (folder: string) => void]>([
    ['its format is another one', (folder) => void git(folder, 'config', 'core.repositoryFormatVersion', '1')],
    ['it has extensions', (folder) => void git(folder, 'config', 'extensions.objectFormat', 'sha1')],
    ['it has a work tree', (folder) => void git(folder, 'config', 'core.worktree', '/')],
    ['it is not bare', (folder) => void git(folder, 'config', 'core.bare', 'false')],
    ['it includes settings', (folder) => void git(folder, 'config', 'include.path', 'x')],
    ['a repository lies in it', (folder) => void git(folder, 'init', '--quiet', join(folder, 'x'), '--separate-git-dir', join(folder, '.git'))],
    ['its objects are elsewhere', (folder) => writeFileSync(join(folder, 'commondir'), '..\n')],
    ['it has no refs', (folder) => renameSync(join(folder, 'refs'), join(folder, 'x'))],
    ['its HEAD is damaged', (folder) => writeFileSync(join(folder, 'HEAD'), 'nonsense\n')],
  ])('is left to git where %s', (_title, change) => {
    const folder = mirror();
    change(folder);
    expect(existsSync(folder)).toBe(true);
    expect(plain(folder)).toBeUndefined();
  });

  it('is left to git where a hook or the environment names another one', () => {
    expect(readBareRepository(mirror(), { GIT_DIR: '/elsewhere' })).toBeUndefined();
  });

  it('is left to git where it is that of somebody else, which git refuses', async ({ skip }) => {
    if (process.getuid?.() !== 0) skip('only root can give it away');
    const folder = mirror();
    chownSync(folder, 65_534, 65_534);
    vi.stubEnv('HOME', '/nonexistent');
    vi.stubEnv('SUDO_UID', undefined);
    expect(plain(folder)).toBeUndefined();
    await expect(open(folder)).rejects.toThrow('belongs to another user');
    vi.unstubAllEnvs();
  });
});
