import { chmodSync, existsSync, lstatSync, readFileSync, readlinkSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith, lineWith, makeKey, program } from './command-line.ts';
import { HookedRepository } from './hooked-repository.ts';

const withHooks = (files: Readonly<Record<string, string | Uint8Array>> = {}): HookedRepository => {
  const repository = new HookedRepository(files);
  expect(repository.guard('install')).toMatchObject({ status: 0, stderr: '' });
  return repository;
};

const stopped = { status: 1, stderr: expect.stringContaining('submit-guard stopped this commit') as string };

describe('a commit', () => {
  it('of a key is stopped with what to do, and the key is not shown', () => {
    const repository = withHooks();
    const before = repository.head();
    const key = makeKey();
    repository.write('a.py', lineWith(key));
    repository.git('add', 'a.py');
    const { status, stderr, stdout } = repository.tryGit('commit', '-m', 'Add a');
    expect({ status, head: repository.head() }).toEqual({ status: 1, head: before });
    expect(stderr).toContain('a.py');
    expect(stderr).toMatch(/submit-guard stopped this commit\. .*\nTo go on without the check: git commit --no-verify\n$/);
    expect(stdout + stderr).not.toContain(key);
    repository.git('commit', '--no-verify', '-m', 'Add a');
    expect(repository.head()).not.toBe(before);
  });

  it('without a key goes through in silence', () => {
    const repository = withHooks();
    repository.write('a.py', 'print("hello")\n');
    repository.git('add', 'a.py');
    expect(repository.tryGit('commit', '--quiet', '-m', 'Add a')).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  it('is judged by what is staged, not by what is on disk', () => {
    const repository = withHooks({ 'a.py': 'one\ntwo\n' });
    // The key is on disk only.
    repository.write('a.py', `one\ntwo\nthree\n`);
    repository.git('add', 'a.py');
    repository.write('a.py', `one\ntwo\nthree\n${lineWith(makeKey())}`);
    expect(repository.tryGit('commit', '-m', 'Half of it')).toMatchObject({ status: 0 });
    // The key is staged only.
    repository.git('add', 'a.py');
    repository.write('a.py', 'one\ntwo\nthree\n');
    expect(repository.tryGit('commit', '-m', 'The other half')).toMatchObject(stopped);
  });

  it('of chosen hunks is judged by these (commit -p)', () => {
    const lines = (first: string, last: string): string => `${first}\n${'middle\n'.repeat(30)}${last}\n`;
    const repository = withHooks({ 'a.py': lines('first', 'last') });
    repository.write('a.py', lines('FIRST', lineWith(makeKey()).trim()));
    const clean = repository.run('git', ['commit', '-p', '-m', 'The first hunk'], { input: 'y\nn\n' });
    expect(clean).toMatchObject({ status: 0 });
    expect(repository.run('git', ['commit', '-p', '-m', 'The second hunk'], { input: 'y\n' })).toMatchObject(stopped);
  });

  it('of named files, and of everything that changed, is judged by what it takes', () => {
    const repository = withHooks({ 'a.py': 'a\n', 'b.py': 'b\n' });
    repository.write('a.py', 'aa\n');
    repository.write('b.py', lineWith(makeKey()));
    expect(repository.tryGit('commit', '-m', 'Only a', '--only', 'a.py')).toMatchObject({ status: 0 });
    expect(repository.tryGit('commit', '-m', 'Only b', '--only', 'b.py')).toMatchObject(stopped);
    expect(repository.tryGit('commit', '-a', '-m', 'All')).toMatchObject(stopped);
  });

  it('that amends is judged by what it adds', () => {
    const repository = withHooks();
    repository.write('a.py', lineWith(makeKey()));
    repository.git('add', 'a.py');
    expect(repository.tryGit('commit', '--amend', '--no-edit')).toMatchObject(stopped);
    repository.write('a.py', 'nothing\n');
    repository.git('add', 'a.py');
    expect(repository.tryGit('commit', '--amend', '--no-edit')).toMatchObject({ status: 0 });
  });

  it('that renames a file with an old key brings nothing new', () => {
    const repository = new HookedRepository({ 'old.py': lineWith(makeKey()) });
    repository.guard('install');
    repository.git('mv', 'old.py', 'new.py');
    expect(repository.tryGit('commit', '-m', 'Rename')).toMatchObject({ status: 0 });
  });

  it('with a file that is only intended to be added goes by the index', () => {
    const repository = withHooks();
    repository.write('later.py', lineWith(makeKey()));
    repository.git('add', '--intent-to-add', 'later.py');
    repository.write('now.py', 'now\n');
    repository.git('add', 'now.py');
    expect(repository.tryGit('commit', '-m', 'Now')).toMatchObject({ status: 0 });
  });

  it('of the first file of a repository is judged, too', () => {
    const folder = folderWith({ 'a.py': lineWith(makeKey()) });
    const repository = new HookedRepository();
    repository.run('git', ['init', '--quiet'], { cwd: folder });
    expect(repository.run(process.execPath, [program, 'install'], { cwd: folder })).toMatchObject({ status: 0 });
    repository.run('git', ['add', '.'], { cwd: folder });
    expect(repository.run('git', ['commit', '-m', 'First'], { cwd: folder })).toMatchObject(stopped);
  });

  it.each([
    ['a space', Buffer.from('with space.py')],
    ['a quote', Buffer.from('with"quote\'s.py')],
    ['a newline', Buffer.from('new\nline.py')],
    ['what looks like an option', Buffer.from('--output=x')],
    ['bytes that are no UTF-8', Buffer.from([0x6e, 0xff, 0xfe, 0x2e, 0x70, 0x79])],
  ])('of a file whose name has %s is judged', (_, name) => {
    const repository = withHooks();
    const path = Buffer.concat([Buffer.from(`${repository.folder}/`), name]);
    const write = (text: string): void => {
      writeFileSync(path, text);
      repository.git('add', '--all');
    };
    write(lineWith(makeKey()));
    expect(repository.tryGit('commit', '-m', 'Add it')).toMatchObject(stopped);
    write('clean\n');
    expect(repository.tryGit('commit', '-m', 'Add it')).toMatchObject({ status: 0 });
  });

  it('in a linked work tree is judged', () => {
    const repository = withHooks();
    const other = join(folderWith(), 'other');
    repository.git('worktree', 'add', '--quiet', '-b', 'side', other);
    writeFileSync(join(other, 'a.py'), lineWith(makeKey()));
    repository.run('git', ['add', 'a.py'], { cwd: other });
    expect(repository.run('git', ['commit', '-m', 'Add a'], { cwd: other })).toMatchObject(stopped);
  });

  it('whose message holds a key is stopped', () => {
    const repository = withHooks();
    const key = makeKey();
    const outcome = repository.tryGit('commit', '--allow-empty', '-m', `Use the key\n\natomyx_submit_api_key=${key}`);
    expect(outcome).toMatchObject({ status: 1, stderr: expect.stringContaining('Take the key out of the message.') as string });
    expect(outcome.stderr).not.toContain(key);
  });

  it('that takes a key out may show the change below its message (commit --verbose)', () => {
    const key = makeKey();
    const repository = new HookedRepository({ 'a.py': lineWith(key) });
    repository.guard('install');
    repository.write('a.py', 'nothing\n');
    const outcome = repository.tryGit('commit', '-a', '--verbose', '--edit', '-m', 'Take it out');
    expect(outcome).toMatchObject({ status: 0 });
    expect(readFileSync(join(repository.folder, '.git/COMMIT_EDITMSG'), 'utf8')).toContain(key);
  });
});

describe('other commands of git', () => {
  it('merge, with and without conflict, and rebase go on as before', () => {
    const repository = withHooks({ 'a.txt': 'a\n', 'b.txt': 'b\n' });
    repository.git('switch', '--quiet', '-c', 'side');
    repository.write('a.txt', 'side\n');
    repository.git('commit', '--quiet', '-am', 'Side');
    repository.git('switch', '--quiet', 'main');
    repository.write('b.txt', 'main\n');
    repository.git('commit', '--quiet', '-am', 'Main');
    expect(repository.tryGit('merge', '--no-edit', 'side')).toMatchObject({ status: 0 });
    repository.git('reset', '--quiet', '--hard', 'HEAD^');
    expect(repository.tryGit('rebase', 'side')).toMatchObject({ status: 0 });

    repository.git('switch', '--quiet', '-c', 'other', 'side^');
    repository.write('a.txt', 'other\n');
    repository.git('commit', '--quiet', '-am', 'Other');
    expect(repository.tryGit('merge', 'side')).toMatchObject({ status: 1 });
    repository.write('a.txt', `both\n${lineWith(makeKey())}`);
    repository.git('add', 'a.txt');
    expect(repository.tryGit('commit', '--no-edit')).toMatchObject(stopped);
    repository.write('a.txt', 'both\n');
    repository.git('add', 'a.txt');
    expect(repository.tryGit('commit', '--no-edit')).toMatchObject({ status: 0 });
  });

  it('push is stopped where a commit holds a key, also one that a later commit takes out', () => {
    const repository = withHooks();
    const remote = folderWith();
    repository.run('git', ['init', '--quiet', '--bare'], { cwd: remote });
    repository.git('remote', 'add', 'origin', remote);
    expect(repository.tryGit('push', '--quiet', 'origin', 'main')).toEqual({ status: 0, stdout: '', stderr: '' });
    repository.write('a.py', lineWith(makeKey()));
    repository.git('add', 'a.py');
    repository.git('commit', '--quiet', '--no-verify', '-m', 'Add a');
    repository.git('rm', '--quiet', 'a.py');
    repository.git('commit', '--quiet', '-m', 'Take it out');
    expect(repository.tryGit('push', 'origin', 'main')).toMatchObject({ status: 1, stderr: expect.stringMatching(/submit-guard stopped this push\. .*\nTo go on without the check: git push --no-verify\n/) as string });
    // A branch that the remote does not have is compared with what the remote has.
    repository.git('switch', '--quiet', '-c', 'clean', 'HEAD~2');
    expect(repository.tryGit('push', '--quiet', 'origin', 'clean')).toMatchObject({ status: 0 });
    expect(repository.tryGit('push', 'origin', 'main:refs/heads/new')).toMatchObject({ status: 1 });
    expect(repository.tryGit('push', '--quiet', 'origin', '--delete', 'clean')).toMatchObject({ status: 0 });
  });

  it('push to a server with a pre-receive hook is stopped there', () => {
    const repository = new HookedRepository();
    const server = folderWith();
    repository.run('git', ['init', '--quiet', '--bare'], { cwd: server });
    expect(repository.run(process.execPath, [program, 'install'], { cwd: server })).toMatchObject({ status: 0, stdout: expect.stringContaining('Wired: pre-receive through git.') as string });
    repository.git('remote', 'add', 'origin', server);
    expect(repository.tryGit('push', '--quiet', 'origin', 'main')).toMatchObject({ status: 0 });
    const key = makeKey();
    repository.write('a.py', lineWith(key));
    repository.git('add', 'a.py');
    repository.git('commit', '--quiet', '-m', 'Add a');
    const { status, stderr } = repository.tryGit('push', 'origin', 'main');
    expect(status).toBe(1);
    expect(stderr).toContain('remote: submit-guard stopped this push.');
    expect(stderr).not.toContain(key);
    expect(repository.run('git', ['rev-parse', 'main'], { cwd: server }).stdout.trim()).toBe(repository.git('rev-parse', 'HEAD^'));
  });
});

describe('a server', () => {
  it('takes the policy of its default branch', () => {
    const key = makeKey();
    const repository = new HookedRepository({ 'submit-guard.config.yaml': 'exclude: [samples/]\n' });
    repository.run(process.execPath, [program, 'keys', 'add', '--label', 'web shop'], { input: `${key}\n` });
    repository.git('add', '--all');
    repository.git('commit', '--quiet', '-m', 'Policy');
    const server = folderWith();
    repository.run('git', ['init', '--quiet', '--bare', '--initial-branch=main'], { cwd: server });
    repository.run(process.execPath, [program, 'install'], { cwd: server });
    // Before there is a default branch, and after.
    expect(repository.tryGit('push', '--quiet', server, 'main')).toMatchObject({ status: 0 });
    repository.write('samples/a.py', lineWith(makeKey()));
    repository.write('b.py', `# submit-guard-ignore-next-line -- revoked in May\n${lineWith(makeKey())}`);
    repository.git('add', '--all');
    repository.git('commit', '--quiet', '-m', 'Excused');
    expect(repository.tryGit('push', '--quiet', server, 'main')).toMatchObject({ status: 0 });
    repository.write('notes.txt', `the value is ${key}, they said\n`);
    repository.git('add', '--all');
    repository.git('commit', '--quiet', '-m', 'Known');
    expect(repository.tryGit('push', server, 'main')).toMatchObject({ status: 1, stderr: expect.stringContaining('notes.txt') as string });
  });
});

describe('a hook that could not scan', () => {
  it('stops the commit, and says why and how to go on', () => {
    const repository = withHooks({ 'submit-guard.config.yaml': 'exclude: [\n' });
    repository.write('b.txt', 'b\n');
    repository.git('add', 'b.txt');
    expect(repository.tryGit('commit', '-m', 'Add b')).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/^submit-guard\.config\.yaml:\d+:\d+ .*\nsubmit-guard could not check everything, .*\nTo go on without the check: git commit --no-verify\n$/s) as string,
    });
  });

  it('stops the commit where submit-guard is gone', () => {
    const repository = withHooks();
    const hook = join(repository.folder, '.git/hooks/pre-commit');
    repository.script('.git/hooks/pre-commit', readFileSync(hook, 'utf8').replaceAll('/dist/bin.js', '/gone/bin.js').replaceAll('node_modules/.bin', 'gone'));
    const outcome = repository.tryGit('commit', '--allow-empty', '-m', 'Empty');
    expect(outcome).toMatchObject({ status: 1, stderr: expect.stringMatching(/^submit-guard was not found, so nothing was checked.*git commit --no-verify\n$/) as string });
  });
});

describe('install', () => {
  const kept = (repository: HookedRepository, hook = 'pre-commit'): string => join(repository.folder, `.git/hooks/${hook}.before-submit-guard`);
  const trace = (name: string, ending = ''): string => `echo ran >> ${name}\n${ending}`;
  const commit = (repository: HookedRepository, content: string) => {
    repository.write('a.py', content);
    repository.git('add', 'a.py');
    return repository.tryGit('commit', '-m', 'Add a');
  };

  it.each([
    ['ends in exit 0', `#!/bin/sh\n${trace('trace', 'exit 0\n')}`],
    ['has no last line feed', `#!/bin/sh\n${trace('trace').trim()}`],
    ['is strict', `#!/usr/bin/env bash\nset -euo pipefail\n${trace('trace')}`],
    ['names no program', trace('trace')],
  ])('keeps a shell script that %s, and checks before it', (_, script) => {
    const repository = new HookedRepository();
    repository.script('.git/hooks/pre-commit', script);
    repository.guard('install');
    expect(existsSync(kept(repository))).toBe(false);
    expect(commit(repository, lineWith(makeKey()))).toMatchObject(stopped);
    expect(existsSync(join(repository.folder, 'trace'))).toBe(false);
    expect(commit(repository, 'clean\n')).toMatchObject({ status: 0 });
    expect(readFileSync(join(repository.folder, 'trace'), 'utf8')).toBe('ran\n');
    repository.guard('uninstall');
    expect(readFileSync(join(repository.folder, '.git/hooks/pre-commit'), 'utf8')).toBe(script);
  });

  it.each([
    ['another language', '#!/usr/bin/env python3\nopen("trace", "a").write("ran\\n")\n'],
    ['a shell of another kind', '#!/usr/bin/env -S node\nrequire("fs").appendFileSync("trace", "ran\\n")\n'],
  ])('starts a hook in %s after its own, and changes no byte of it', (_, script) => {
    const repository = new HookedRepository();
    repository.script('.git/hooks/pre-commit', script);
    repository.guard('install');
    repository.guard('install');
    expect(readFileSync(kept(repository), 'utf8')).toBe(script);
    expect(commit(repository, lineWith(makeKey()))).toMatchObject(stopped);
    expect(existsSync(join(repository.folder, 'trace'))).toBe(false);
    expect(commit(repository, 'clean\n')).toMatchObject({ status: 0 });
    expect(readFileSync(join(repository.folder, 'trace'), 'utf8')).toBe('ran\n');
    repository.guard('uninstall');
    expect(readFileSync(join(repository.folder, '.git/hooks/pre-commit'), 'utf8')).toBe(script);
    expect(existsSync(kept(repository))).toBe(false);
  });

  it('sets nothing aside over what has been set aside before', () => {
    const repository = new HookedRepository();
    repository.script('.git/hooks/pre-commit', '#!/usr/bin/env python3\nprint(1)\n');
    repository.guard('install', '--hooks', 'pre-commit');
    repository.script('.git/hooks/pre-commit', '#!/usr/bin/env python3\nprint(2)\n');
    expect(repository.guard('install')).toMatchObject({ status: 2, stderr: '.git/hooks/pre-commit has to be set aside, and there is a pre-commit.before-submit-guard already. Put one of them away first.\n' });
    expect(readFileSync(kept(repository), 'utf8')).toContain('print(1)');
  });

  it('switches its own hook on again', () => {
    const repository = withHooks();
    chmodSync(join(repository.folder, '.git/hooks/pre-commit'), 0o644);
    expect(commit(repository, lineWith(makeKey()))).toMatchObject({ status: 0 });
    repository.guard('install');
    repository.git('rm', '--quiet', 'a.py');
    repository.git('commit', '--quiet', '-m', 'Take it out');
    expect(commit(repository, lineWith(makeKey()))).toMatchObject(stopped);
    expect(existsSync(kept(repository))).toBe(false);
  });

  it('leaves a hook that is switched off switched off', () => {
    const repository = new HookedRepository();
    repository.script('.git/hooks/pre-commit', `#!/bin/sh\n${trace('trace')}`);
    chmodSync(join(repository.folder, '.git/hooks/pre-commit'), 0o644);
    repository.guard('install');
    expect(commit(repository, 'clean\n')).toMatchObject({ status: 0 });
    expect(existsSync(join(repository.folder, 'trace'))).toBe(false);
    repository.guard('uninstall');
    expect(lstatSync(join(repository.folder, '.git/hooks/pre-commit')).mode & 0o777).toBe(0o644);
  });

  it('does not write through a link into a file that is committed', () => {
    const script = `#!/bin/sh\n${trace('trace')}`;
    const repository = new HookedRepository({ 'scripts/check': script });
    chmodSync(join(repository.folder, 'scripts/check'), 0o755);
    symlinkSync('../../scripts/check', join(repository.folder, '.git/hooks/pre-commit'));
    repository.guard('install');
    expect(commit(repository, 'clean\n')).toMatchObject({ status: 0 });
    expect(readFileSync(join(repository.folder, 'trace'), 'utf8')).toBe('ran\n');
    expect(readFileSync(join(repository.folder, 'scripts/check'), 'utf8')).toBe(script);
    repository.guard('uninstall');
    expect(readlinkSync(join(repository.folder, '.git/hooks/pre-commit'))).toBe('../../scripts/check');
  });

  it.each([
    ['in shell', '#!/bin/sh\ncat > pushed\n'],
    ['in another language', '#!/usr/bin/env python3\nimport sys\nopen("pushed", "w").write(sys.stdin.read())\n'],
  ])('hands standard input on to a pre-push hook %s', (_, script) => {
    const repository = new HookedRepository();
    repository.script('.git/hooks/pre-push', script);
    repository.guard('install');
    const remote = folderWith();
    repository.run('git', ['init', '--quiet', '--bare'], { cwd: remote });
    repository.git('push', '--quiet', remote, 'main', 'main:other');
    const head = repository.head();
    expect(readFileSync(join(repository.folder, 'pushed'), 'utf8').trim().split('\n')).toEqual(['main', 'other'].map((name) => `refs/heads/main ${head} refs/heads/${name} ${'0'.repeat(40)}`));
  });

  it('changes nothing the second time, and nothing at all with --dry-run', () => {
    const repository = new HookedRepository();
    expect(repository.guard('install', '--dry-run')).toMatchObject({ status: 0, stdout: 'Would write .git/hooks/pre-commit\nWould write .git/hooks/pre-push\nWould write .git/hooks/commit-msg\nNothing was changed.\n' });
    expect(existsSync(join(repository.folder, '.git/hooks/pre-commit'))).toBe(false);
    repository.guard('install');
    const before = readFileSync(join(repository.folder, '.git/hooks/pre-commit'), 'utf8');
    expect(repository.guard('install')).toMatchObject({ status: 0, stdout: 'Already wired: pre-commit, pre-push, commit-msg through git.\n' });
    expect(repository.guard('uninstall', '--dry-run')).toMatchObject({ status: 0, stdout: expect.stringContaining('Would remove .git/hooks/pre-commit') as string });
    expect(readFileSync(join(repository.folder, '.git/hooks/pre-commit'), 'utf8')).toBe(before);
    expect(repository.guard('uninstall')).toMatchObject({ status: 0 });
    expect(repository.guard('uninstall')).toMatchObject({ status: 0, stdout: 'No hook of submit-guard is wired here.\n' });
  });

  it('writes where core.hooksPath says, with nothing of this machine in a folder that is committed', () => {
    const repository = new HookedRepository();
    repository.git('config', 'core.hooksPath', '.githooks');
    repository.guard('install');
    const script = readFileSync(join(repository.folder, '.githooks/pre-commit'), 'utf8');
    expect(script).not.toContain(process.execPath);
    expect(commit(repository, lineWith(makeKey()))).toMatchObject(stopped);
  });

  it('does not touch hooks of several repositories unless told', () => {
    const repository = new HookedRepository();
    const shared = folderWith();
    repository.git('config', '--global', 'core.hooksPath', shared);
    expect(repository.guard('install')).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('outside of this repository') as string });
    expect(existsSync(join(shared, 'pre-commit'))).toBe(false);
    expect(repository.guard('install', '--everywhere')).toMatchObject({ status: 0 });
    expect(commit(repository, lineWith(makeKey()))).toMatchObject(stopped);
  });

  it('says what it cannot do', () => {
    const repository = new HookedRepository();
    expect(repository.guard('install', '--hooks', 'pre-comit')).toMatchObject({ status: 2, stderr: '--hooks does not take pre-comit. Did you mean pre-commit?\n' });
    expect(repository.guard('install', '--hooks', 'pre-receive')).toMatchObject({ status: 2, stderr: expect.stringContaining('in the bare repository') as string });
    expect(repository.guard('install', '--with', 'lefthok')).toMatchObject({ status: 2, stderr: 'There is no hook manager of that name. Did you mean lefthook?\n' });
    expect(repository.run(process.execPath, [program, 'install'], { cwd: folderWith() })).toMatchObject({ status: 2, stderr: expect.stringContaining('no git repository') as string });
  });
});
