import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { commitAll, git, temporaryRepository } from '../git-repository.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { listing } from './listing.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('a folder in a work tree', () => {
  it('stands for what git would commit', async () => {
    const folder = temporaryRepository({ '.gitignore': 'ignored.txt\nbuild/\n', 'a.txt': '', 'src/b.txt': '' });
    for (const [path, content] of Object.entries({ 'ignored.txt': '', 'build/c.txt': '', 'new.txt': '', '.git/info/exclude': 'local.txt\n', 'local.txt': '' })) {
      mkdirSync(join(folder, path, '..'), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    expect((await listing(folder)).files).toEqual(['.gitignore', 'a.txt', 'new.txt', 'src/b.txt']);
    expect((await listing(join(folder, 'src'), ['.', '..'])).files).toEqual(['../.gitignore', '../a.txt', '../new.txt', 'b.txt']);
  });

  it('has its ignored files too with --no-ignore, but never .git', async () => {
    const folder = temporaryRepository({ '.gitignore': 'ignored.txt\n', 'ignored.txt': '' });
    expect((await listing(folder, ['.'], true)).files).toEqual(['.gitignore', 'ignored.txt']);
  });

  it('has tracked files that are ignored, once each', async () => {
    const folder = temporaryRepository({ '.gitignore': '*.log\n', 'a.log': '' });
    git(folder, 'add', '--force', 'a.log');
    expect((await listing(folder)).files).toEqual(['.gitignore', 'a.log']);
  });

  it('has a file once that is in the middle of a merge', async () => {
    const folder = temporaryRepository({ 'a.txt': 'base' });
    git(folder, 'checkout', '--quiet', '-b', 'side');
    writeFileSync(join(folder, 'a.txt'), 'side');
    commitAll(folder);
    git(folder, 'checkout', '--quiet', 'main');
    writeFileSync(join(folder, 'a.txt'), 'main');
    commitAll(folder);
    expect(() => git(folder, 'merge', 'side')).toThrow();
    expect((await listing(folder)).files).toEqual(['a.txt']);
  });

  it('lists intent-to-add files, names with spaces, quotes, newlines and other bytes', async () => {
    const folder = temporaryRepository({ 'a b': '', '"q"': '', 'new\nline': '', 'tab\t': '', 'é': '', '100644 0000000000000000000000000000000000000000 0\tx': '' });
    writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), Buffer.from('raw\xff', 'latin1')]), '');
    writeFileSync(join(folder, 'later'), '');
    git(folder, 'add', '--intent-to-add', 'later');
    writeFileSync(join(folder, '160000 0000000000000000000000000000000000000000 0\ty'), '');
    const { files } = await listing(folder);
    expect(files).toEqual([
      '"100644 0000000000000000000000000000000000000000 0\\tx"', '"160000 0000000000000000000000000000000000000000 0\\ty"',
      '"\\"q\\""', '"new\\nline"', '"raw\\377"', '"tab\\t"', 'a b', 'later', 'é',
    ].sort());
  });

  it('is taken whole where git ignores it and it is named', async () => {
    const folder = temporaryRepository({ '.gitignore': 'dist/\nlogs/*\n*.txt\n', 'dist/a.js': '', 'dist/sub/b.js': '', 'logs/x.log': '', 'a.txt': '', 'other/b.txt': '' });
    expect((await listing(folder, ['dist'])).files).toEqual(['dist/a.js', 'dist/sub/b.js']);
    expect((await listing(folder, ['dist/sub'])).files).toEqual(['dist/sub/b.js']);
    expect((await listing(join(folder, 'dist'), ['.'])).files).toEqual(['a.js', 'sub/b.js']);
    expect((await listing(folder, ['logs'])).files).toEqual(['logs/x.log']);
    expect((await listing(folder, ['a.txt'])).files).toEqual(['a.txt']);
    expect((await listing(folder, ['dist/**/*.js'])).files).toEqual(['dist/a.js', 'dist/sub/b.js']);
    expect((await listing(folder, ['*.txt'])).unread).toHaveLength(1);
  });

  it('reads nothing through a link that has taken the place of a tracked folder', async () => {
    const outside = temporaryFolder({ 'key.txt': '' });
    const folder = temporaryRepository({ 'config/key.txt': '', 'a.txt': '' });
    rmSync(join(folder, 'config'), { recursive: true });
    symlinkSync(outside, join(folder, 'config'));
    expect((await listing(folder)).files).toEqual(['a.txt', 'config']);
  });

  it('descends into submodules and into repositories that somebody put there, each with its own ignore rules', async () => {
    const library = temporaryRepository({ 'lib.txt': '', '.gitignore': 'out\n' });
    const folder = temporaryRepository({ '.gitignore': '*.md\n' });
    git(folder, 'submodule', '--quiet', 'add', library, 'vendor/library');
    commitAll(folder);
    writeFileSync(join(folder, 'vendor/library/out'), '');
    writeFileSync(join(folder, 'vendor/library/notes.md'), '');
    mkdirSync(join(folder, 'nested'));
    git(join(folder, 'nested'), 'init', '--quiet');
    writeFileSync(join(folder, 'nested/n.txt'), '');
    mkdirSync(join(folder, 'empty'));
    git(join(folder, 'empty'), 'init', '--quiet');
    expect((await listing(folder)).files).toEqual([
      '.gitignore', '.gitmodules', 'nested/n.txt', 'vendor/library/.gitignore', 'vendor/library/lib.txt', 'vendor/library/notes.md',
    ]);
  });

  it('notes a submodule that is not checked out', async () => {
    const library = temporaryRepository({ 'lib.txt': '' });
    const origin = temporaryRepository();
    git(origin, 'submodule', '--quiet', 'add', library, 'library');
    commitAll(origin);
    const folder = join(temporaryFolder(), 'clone');
    git('/', 'clone', '--quiet', origin, folder);
    expect(await listing(folder)).toMatchObject({ files: ['.gitmodules'], skipped: [{ path: 'library', reason: 'submodule that is not checked out' }], unread: [] });
  });

  it('honours what repositories in a folder outside of any work tree ignore', async () => {
    const folder = temporaryFolder({ 'plain.txt': '', 'one/.gitignore': 'node_modules\n', 'one/a.txt': '', 'one/node_modules/m.js': '' });
    git(join(folder, 'one'), 'init', '--quiet');
    expect((await listing(folder)).files).toEqual(['one/.gitignore', 'one/a.txt', 'plain.txt']);
  });

  it('notes FIFOs that git does not ignore', async () => {
    const folder = temporaryRepository({ '.gitignore': '*.fifo\n', 'sub/a.txt': '' });
    for (const name of ['sub/pipe', 'sub/x.fifo', 'top']) execFileSync('mkfifo', [join(folder, name)]);
    const { skipped } = await listing(folder);
    expect(skipped.map(({ path, reason }) => `${path}: ${reason}`).sort()).toEqual(['sub/pipe: FIFO', 'top: FIFO']);
  });

  it('works in a linked work tree and in a sparse one', async () => {
    const folder = temporaryRepository({ 'a/x.txt': '', 'b/y.txt': '' });
    const linked = join(temporaryFolder(), 'linked');
    git(folder, 'worktree', 'add', '--quiet', '--no-checkout', linked);
    git(linked, 'sparse-checkout', 'set', '--cone', 'a');
    git(linked, 'checkout', '--quiet');
    expect(existsSync(join(linked, 'b'))).toBe(false);
    const { files, unread } = await listing(linked);
    expect(files.filter((path) => existsSync(join(linked, path)))).toEqual(['a/x.txt']);
    expect(unread).toEqual([]);
  });

  it('is not mistaken for another one that a hook has set', async () => {
    const other = temporaryRepository({ 'other.txt': '' });
    const folder = temporaryRepository({ 'a.txt': '' });
    vi.stubEnv('GIT_DIR', join(other, '.git'));
    vi.stubEnv('GIT_INDEX_FILE', join(other, '.git/index'));
    expect((await listing(folder)).files).toEqual(['a.txt']);
  });
});

describe('a hostile repository', () => {
  it('runs none of the programs that its configuration names', async () => {
    const folder = temporaryRepository({ 'a.txt': '', 'b.txt': '', '.gitattributes': '* filter=evil diff=evil\n', 'd/.gitignore': 'x\n', 'd/k': '' });
    const marker = join(folder, '.git/ran');
    const program = join(folder, '.git/evil');
    writeFileSync(program, `#!/bin/sh\ntouch ${marker}\n`, { mode: 0o755 });
    for (const hook of ['post-index-change', 'fsmonitor-watchman', 'pre-commit', 'post-checkout']) writeFileSync(join(folder, '.git/hooks', hook), `#!/bin/sh\ntouch ${marker}\n`, { mode: 0o755 });
    const object = git(folder, 'rev-parse', 'HEAD:d/.gitignore').trim();
    git(folder, 'update-index', '--skip-worktree', 'd/.gitignore');
    rmSync(join(folder, 'd/.gitignore'));
    rmSync(join(folder, '.git/objects', object.slice(0, 2), object.slice(2)));
    for (const [name, value] of Object.entries({
      'core.fsmonitor': program, 'core.pager': program, 'core.editor': program, 'core.sshCommand': program, 'core.askPass': program,
      'credential.helper': program, 'diff.external': program, 'diff.evil.textconv': program, 'filter.evil.clean': program, 'filter.evil.smudge': program,
      'filter.evil.process': program, 'gpg.program': program, 'core.repositoryformatversion': '1', 'extensions.partialClone': 'origin',
      'remote.origin.promisor': 'true', 'remote.origin.url': `ext::${program}`, 'protocol.ext.allow': 'always', 'alias.ls-files': `!${program}`,
      'core.gitProxy': program, 'remote.origin.uploadpack': program,
    })) git(folder, 'config', name, value);
    writeFileSync(join(folder, 'a.txt'), 'changed');
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    // What has run until here was started by this test.
    rmSync(marker, { force: true });
    const { files } = await listing(folder);
    expect(files).toEqual(expect.arrayContaining(['a.txt', 'b.txt', 'd/k']));
    expect(existsSync(marker)).toBe(false);
  });

  it('is scanned whole, and says so, where git refuses it because it belongs to somebody else', async (context) => {
    if (process.getuid?.() !== 0) context.skip('only root can give a folder to somebody else');
    const folder = temporaryRepository({ '.gitignore': 'ignored.txt\n', 'a.txt': '', 'ignored.txt': '' });
    execFileSync('chown', ['-R', '12345', folder]);
    vi.stubEnv('SUDO_UID', undefined);
    const { files, notices, unread } = await listing(folder);
    expect(files).toEqual(['.gitignore', 'a.txt', 'ignored.txt']);
    expect(notices.join()).toContain('safe.directory');
    expect(unread).toEqual([]);
  });

  it('is scanned whole and counts as incomplete where its index is broken', async () => {
    const folder = temporaryRepository({ '.gitignore': 'ignored.txt\n', 'a.txt': '', 'ignored.txt': '' });
    writeFileSync(join(folder, '.git/index'), 'DIRC broken');
    const { files, unread } = await listing(folder);
    expect(files).toEqual(['.gitignore', 'a.txt', 'ignored.txt']);
    expect(unread).toMatchObject([{ path: '.git', reason: expect.stringContaining('git could not list the work tree') as string }]);
  });

  it('is scanned whole, and says so, where its .git leads nowhere', async () => {
    const folder = temporaryFolder({ '.git': 'gitdir: /nowhere/at/all\n', 'a.txt': '' });
    const { files, notices } = await listing(folder);
    expect(files).toEqual(['a.txt']);
    expect(notices.join()).toContain('leads to no repository');
  });
});

describe('without a git program', () => {
  it('scans everything, and says so', async () => {
    const folder = temporaryRepository({ '.gitignore': 'ignored.txt\n', 'a.txt': '', 'ignored.txt': '' });
    vi.stubEnv('PATH', '/nonexistent');
    const { files, notices, unread } = await listing(folder);
    expect(files).toEqual(['.gitignore', 'a.txt', 'ignored.txt']);
    expect(notices.join()).toContain('There is no git program');
    expect(unread).toEqual([]);
  });
});
