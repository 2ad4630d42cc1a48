import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '../temporary-folder.ts';
import { listing } from './listing.ts';

describe('a folder outside of any work tree', () => {
  it('stands for all files in it, hidden ones and node_modules too', async () => {
    const folder = temporaryFolder({ 'a.txt': '', '.env': '', 'x/y/b.txt': '', 'node_modules/m/c.js': '', '.gitignore': '*' });
    expect((await listing(folder)).files).toEqual(['.env', '.gitignore', 'a.txt', 'node_modules/m/c.js', 'x/y/b.txt']);
  });

  it('is listed relative to the working directory, also when it lies above', async () => {
    const folder = temporaryFolder({ 'a/b.txt': '', 'c/d.txt': '' });
    expect((await listing(join(folder, 'a'), ['../c', '.'])).files).toEqual(['../c/d.txt', 'b.txt']);
    expect((await listing(join(folder, 'a'), [join(folder, 'c')])).files).toEqual(['../c/d.txt']);
    expect((await listing(join(folder, 'a'), ['..'])).files).toEqual(['../c/d.txt', 'b.txt']);
  });

  it('gives each file once, however many arguments lead to it', async () => {
    const folder = temporaryFolder({ 'a/b.txt': '', 'c.txt': '' });
    symlinkSync('a', join(folder, 'link'));
    const { files } = await listing(folder, ['a/b.txt', '.', 'a', './a/../a/b.txt', 'link', '**/*.txt', 'c.txt']);
    expect(files).toEqual(['a/b.txt', 'c.txt']);
  });

  it('follows no link in it, whatever the link leads to', async () => {
    const outside = temporaryFolder({ 'secret.txt': '' });
    const folder = temporaryFolder({ 'real.txt': '' });
    symlinkSync(outside, join(folder, 'out'));
    symlinkSync('real.txt', join(folder, 'in'));
    symlinkSync('nowhere', join(folder, 'broken'));
    symlinkSync('.', join(folder, 'dot'));
    symlinkSync('loop', join(folder, 'loop'));
    const { files, skipped, unread } = await listing(folder);
    expect(files).toEqual(['real.txt']);
    expect(unread).toEqual([]);
    expect(Object.fromEntries(skipped.map(({ path, reason }) => [path, reason]))).toEqual({
      'out': 'symbolic link', 'in': 'symbolic link', 'broken': 'broken symbolic link', 'dot': 'symbolic link', 'loop': 'symbolic link that leads to itself',
    });
  });

  it('follows a link that is named', async () => {
    const outside = temporaryFolder({ 'x/secret.txt': '' });
    const folder = temporaryFolder();
    symlinkSync(join(outside, 'x'), join(folder, 'folder'));
    symlinkSync(join(outside, 'x/secret.txt'), join(folder, 'file'));
    expect((await listing(folder, ['folder'])).files).toEqual(['folder/secret.txt']);
    expect((await listing(folder, ['file'])).files).toEqual(['file']);
  });

  it('notes FIFOs and sockets and goes on', async () => {
    const folder = temporaryFolder({ 'a.txt': '' });
    execFileSync('mkfifo', [join(folder, 'fifo')]);
    const server = createServer().listen(join(folder, 'socket'));
    onTestFinished(() => void server.close());
    await new Promise((resolve) => server.once('listening', resolve));
    const { files, skipped } = await listing(folder);
    expect(files).toEqual(['a.txt']);
    expect([...skipped].sort((a, b) => (a.path < b.path ? -1 : 1))).toEqual([{ path: 'fifo', reason: 'FIFO' }, { path: 'socket', reason: 'socket' }]);
  });

  it('keeps names that are not UTF-8 apart, and quotes them and control characters', async () => {
    const folder = temporaryFolder();
    for (const name of [Buffer.from('a\xff.txt', 'latin1'), Buffer.from('a\xfe.txt', 'latin1'), Buffer.from('new\nline'), Buffer.from('é "q"')]) {
      writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), name]), '');
    }
    mkdirSync(Buffer.concat([Buffer.from(`${folder}/`), Buffer.from('d\xe9', 'latin1')]));
    writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), Buffer.from('d\xe9/inner', 'latin1')]), '');
    expect((await listing(folder)).files).toEqual(['"a\\376.txt"', '"a\\377.txt"', '"d\\351/inner"', '"new\\nline"', 'é "q"'].sort());
  });

  it('does not lose itself in folders that are nested deeper than a path may be long', async () => {
    const folder = temporaryFolder({ 'a.txt': '' });
    execFileSync('bash', ['-c', 'for i in {1..30}; do d=$(printf "%0200d" $i); mkdir $d; cd $d; done; touch deep.txt'], { cwd: folder });
    const { files, unread } = await listing(folder);
    expect(files).toEqual(['a.txt']);
    expect(unread.map(({ reason }) => reason)).toEqual(['path too long']);
    // Node cannot remove them either.
    execFileSync('rm', ['-rf', folder]);
  });
});

describe('arguments', () => {
  it.each([
    ['*.txt', ['a.txt']],
    ['**/*.txt', ['a.txt', 'src/b.txt', 'src/deep/.hidden.txt']],
    ['src/*', ['src/b.txt', 'src/c.md', 'src/deep/.hidden.txt']],
    ['{a,src/b}.txt', ['a.txt', 'src/b.txt']],
    ['./src/**/*.md', ['src/c.md']],
    ['src/[bc].*', ['src/b.txt', 'src/c.md']],
    ['!**/*.txt', ['src/c.md']],
  ])('take the glob %s for its files', async (glob, files) => {
    const folder = temporaryFolder({ 'a.txt': '', 'src/b.txt': '', 'src/c.md': '', 'src/deep/.hidden.txt': '' });
    expect((await listing(folder, [glob])).files).toEqual(files);
  });

  it('take a glob for what is in the tree, and not for what links lead to', async () => {
    const outside = temporaryFolder({ 'far.txt': '' });
    const folder = temporaryFolder({ 'src/.env': '', 'src/b.txt': '', '.git-not/c.txt': '' });
    symlinkSync(outside, join(folder, 'src/link'));
    symlinkSync('.', join(folder, 'src/loop'));
    writeFileSync(Buffer.concat([Buffer.from(`${folder}/src/`), Buffer.from('\xe9.txt', 'latin1')]), '');
    expect((await listing(folder, ['**/*'])).files).toEqual(['"src/\\351.txt"', '.git-not/c.txt', 'src/.env', 'src/b.txt']);
    expect((await listing(folder, ['src/**/far.txt', 'src/b.txt'])).files).toEqual(['src/b.txt']);
    expect((await listing(folder, [`${folder}/s*/.e*`])).files).toEqual(['src/.env']);
    expect((await listing(join(folder, 'src'), ['../.git-*/*'])).files).toEqual(['../.git-not/c.txt']);
    expect((await listing(folder, ['!src/**'])).files).toEqual(['.git-not/c.txt']);
  });

  it('take a file for itself whose name looks like a glob', async () => {
    const folder = temporaryFolder({ 'pages/[id].ts': '', 'pages/i.ts': '' });
    expect((await listing(folder, ['pages/[id].ts'])).files).toEqual(['pages/[id].ts']);
  });

  it.each([
    ['nothing.txt', 'there is no such file or folder'],
    ['a.txt/b', 'there is no such file or folder'],
    ['*.md', 'the pattern matches no file that git would commit (--no-ignore takes the others too)'],
    ['no/such/*.md', 'there is no such file or folder'],
    ['broken', 'the symbolic link leads nowhere'],
    ['loop', 'too many symbolic links'],
    ['fifo', 'it is a FIFO and no file; to scan what comes out of it, pipe it into `submit-guard scan -`'],
    ['/dev/null', 'it is a device and no file; to scan what comes out of it, pipe it into `submit-guard scan -`'],
  ])('are unread when they lead nowhere: %s', async (argument, reason) => {
    const folder = temporaryFolder({ 'a.txt': '' });
    symlinkSync('nowhere', join(folder, 'broken'));
    symlinkSync('loop', join(folder, 'loop'));
    execFileSync('mkfifo', [join(folder, 'fifo')]);
    const { files, unread, notices } = await listing(folder, [argument, 'a.txt']);
    expect(files).toEqual(['a.txt']);
    expect(unread.map((note) => note.reason)).toEqual([reason]);
    expect(notices[0]).toMatch(/^Cannot scan .+\.$/);
  });

  it('tell what was listed as a whole', async () => {
    const folder = temporaryFolder({ 'a.txt': '', 'src/b.txt': '', 'src/c.md': '' });
    expect((await listing(folder, ['src', 'a.txt'])).scope).toEqual(['src', 'a.txt']);
    expect((await listing(folder, ['src/*.md'])).scope).toEqual(['src/c.md']);
  });
});
