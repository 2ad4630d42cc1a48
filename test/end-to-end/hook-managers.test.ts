import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith, lineWith, makeKey } from './command-line.ts';
import { HookedRepository } from './hooked-repository.ts';

const stopped = { status: 1, stderr: expect.stringContaining('submit-guard stopped this commit') as string };

const text = (repository: HookedRepository, path: string): string => readFileSync(join(repository.folder, path), 'utf8');

/** The three hooks, each with a key and without, as real git runs them. */
function checkHooks(repository: HookedRepository): void {
  repository.write('a.py', lineWith(makeKey()));
  repository.git('add', '--all');
  const { status, stdout, stderr } = repository.tryGit('commit', '-m', 'Add a');
  expect({ status, words: stdout + stderr }).toEqual({ status: 1, words: expect.stringContaining('submit-guard stopped this commit') as string });
  repository.write('a.py', 'clean\n');
  repository.git('add', 'a.py');
  const message = repository.tryGit('commit', '-m', `atomyx_submit_api_key=${makeKey()}`);
  expect({ status: message.status, words: message.stdout + message.stderr }).toEqual({ status: 1, words: expect.stringContaining('Take the key out of the message') as string });
  expect(repository.tryGit('commit', '-m', 'Add a')).toMatchObject({ status: 0 });

  const remote = folderWith();
  repository.run('git', ['init', '--quiet', '--bare'], { cwd: remote });
  expect(repository.tryGit('push', remote, 'main')).toMatchObject({ status: 0 });
  repository.write('b.py', lineWith(makeKey()));
  repository.git('add', 'b.py');
  repository.git('commit', '--no-verify', '-m', 'Add b');
  const push = repository.tryGit('push', remote, 'main');
  expect({ status: push.status, words: push.stdout + push.stderr }).toEqual({ status: 1, words: expect.stringContaining('submit-guard stopped this push') as string });
}

describe('husky', () => {
  it('starts submit-guard before what its scripts do', () => {
    const repository = new HookedRepository({ 'package.json': '{}\n' });
    repository.tool('husky');
    repository.write('.husky/pre-commit', 'echo ran >> trace\nexit 0\n');
    repository.write('.husky/pre-push', 'cat > pushed\n');
    expect(repository.guard('install')).toMatchObject({ status: 0, stdout: expect.stringContaining('through husky') as string });
    expect(text(repository, '.husky/pre-commit')).not.toContain(process.execPath);
    checkHooks(repository);
    // Once for the message that was refused, once for the commit.
    expect(text(repository, 'trace')).toBe('ran\nran\n');
    expect(text(repository, 'pushed')).toMatch(/^refs\/heads\/main [0-9a-f]{40} refs\/heads\/main 0{40}\n$/);
    expect(repository.guard('uninstall')).toMatchObject({ status: 0 });
    expect(text(repository, '.husky/pre-commit')).toBe('echo ran >> trace\nexit 0\n');
    expect(text(repository, '.husky/pre-push')).toBe('cat > pushed\n');
    expect(existsSync(join(repository.folder, '.husky/commit-msg'))).toBe(false);
  });

  it('of version 8 runs it once', () => {
    const before = '#!/usr/bin/env sh\n. "$(dirname -- "$0")/_/husky.sh"\n\necho ran >> trace\n';
    const repository = new HookedRepository({
      // What husky 8 wrote: it starts the script anew.
      '.husky/_/husky.sh': 'if [ -z "$husky_skip_init" ]; then\n  readonly husky_skip_init=1\n  export husky_skip_init\n  sh -e "$0" "$@"\n  exit $?\nfi\n',
    });
    repository.script('.husky/pre-commit', before);
    repository.git('config', 'core.hooksPath', '.husky');
    repository.script('node_modules/.bin/submit-guard', '#!/bin/sh\necho "$@" >> calls\n');
    repository.guard('install', '--hooks', 'pre-commit');
    repository.git('commit', '--allow-empty', '-m', 'Empty');
    expect(text(repository, 'calls')).toBe('hook pre-commit\n');
    expect(text(repository, 'trace')).toBe('ran\n');
    repository.guard('uninstall');
    expect(text(repository, '.husky/pre-commit')).toBe(before);
  });
});

describe('lefthook', () => {
  const config = '# how we work\npre-commit:\n  commands:\n    # leaves a trace\n    trace:\n      run: echo ran >> trace\n';

  it('starts submit-guard beside what is there', () => {
    const repository = new HookedRepository({ 'lefthook.yml': config });
    repository.link('lefthook');
    expect(repository.guard('install')).toMatchObject({ status: 0, stdout: expect.stringContaining('Next: Run `npx lefthook install`') as string });
    expect(repository.guard('install')).toMatchObject({ status: 0, stdout: expect.stringContaining('Already wired') as string });
    repository.tool('lefthook', 'install');
    checkHooks(repository);
    expect(text(repository, 'trace')).toContain('ran\n');
    repository.guard('uninstall');
    expect(text(repository, 'lefthook.yml')).toBe(config);
  });

  it('says what to write where its configuration is in another language', () => {
    const repository = new HookedRepository({ 'lefthook.toml': '' });
    expect(repository.guard('install')).toMatchObject({ status: 2, stdout: '', stderr: expect.stringMatching(/^lefthook\.toml is not written by submit-guard\. Put this into it:\n\n {2}pre-commit\.commands\.submit-guard = \{/) as string });
  });

  it('says that its configuration is faulty', () => {
    const repository = new HookedRepository({ 'lefthook.yml': 'a: [\n' });
    expect(repository.guard('install')).toMatchObject({ status: 2, stderr: 'lefthook.yml is no YAML. Mend it first.\n' });
  });
});

describe('simple-git-hooks', () => {
  it.each([
    ['package.json', JSON.stringify({ name: 'x', 'simple-git-hooks': { 'pre-commit': 'echo ran >> trace; true', 'pre-push': 'cat > pushed' } }, null, 4)],
    ['.simple-git-hooks.json', '{\n  "pre-commit": "echo ran >> trace; true",\n  "pre-push": "cat > pushed"\n}\n'],
  ])('starts submit-guard before what %s says', (file, content) => {
    const repository = new HookedRepository({ 'package.json': '{}\n', [file]: content });
    expect(repository.guard('install')).toMatchObject({ status: 0, stdout: expect.stringContaining('through simple-git-hooks') as string });
    repository.guard('install');
    repository.tool('simple-git-hooks');
    checkHooks(repository);
    expect(text(repository, 'trace')).toBe('ran\nran\n');
    expect(text(repository, 'pushed').trim()).toMatch(/^refs\/heads\/main [0-9a-f]{40} refs\/heads\/main 0{40}$/);
    repository.guard('uninstall');
    expect(text(repository, file)).toBe(content);
  });

  it('says what to write where its configuration is a program', () => {
    const repository = new HookedRepository({ '.simple-git-hooks.cjs': 'module.exports = {};\n' });
    expect(repository.guard('install')).toMatchObject({ status: 2, stderr: expect.stringContaining('"pre-commit": "node_modules/.bin/submit-guard hook pre-commit') as string });
  });
});

describe('lint-staged', () => {
  it.each([
    ['package.json', JSON.stringify({ name: 'x', 'lint-staged': { '*.py': 'true' } }, null, 2), '.husky'],
    ['.lintstagedrc.json', '{\n  "*": [\n    "true"\n  ]\n}\n', '.husky'],
    ['.lintstagedrc.yaml', '# tasks\n"*":\n  - "true"\n', '.husky'],
  ])('checks the staged part of files, wired through %s', (file, content) => {
    const repository = new HookedRepository({ 'package.json': '{}\n', [file]: content, 'a.py': 'one\n' });
    repository.link('lint-staged');
    repository.tool('husky');
    repository.write('.husky/pre-commit', 'lint-staged\n');
    expect(repository.guard('install', '--with', 'lint-staged')).toMatchObject({ status: 0, stdout: expect.stringContaining('pre-commit through lint-staged; pre-push, commit-msg through husky') as string });
    repository.git('add', '--all');
    repository.git('commit', '--quiet', '-m', 'Wire it');
    // Partially staged: the key is on disk only.
    repository.write('a.py', 'one\ntwo\n');
    repository.git('add', 'a.py');
    repository.write('a.py', `one\ntwo\n${lineWith(makeKey())}`);
    expect(repository.tryGit('commit', '-m', 'Half')).toMatchObject({ status: 0 });
    expect(text(repository, 'a.py')).toContain('ATOMYX');
    repository.git('add', 'a.py');
    expect(repository.tryGit('commit', '-m', 'All')).toMatchObject({ status: 1, stderr: expect.stringContaining('no-hardcoded-key') as string });
    repository.git('checkout', '--quiet', 'HEAD', '--', 'a.py');
    repository.write('with space.py', lineWith(makeKey()));
    repository.git('add', '--all');
    expect(repository.tryGit('commit', '-m', 'Space')).toMatchObject({ status: 1 });
    repository.guard('uninstall');
    expect(text(repository, file)).toBe(content);
    expect(text(repository, '.husky/pre-commit')).toBe('lint-staged\n');
  });

  it('says what to write where its configuration is a program', () => {
    const repository = new HookedRepository({ 'lint-staged.config.js': 'export default {};\n' });
    expect(repository.guard('install', '--with', 'lint-staged')).toMatchObject({ status: 2, stderr: expect.stringContaining(`'*': "node_modules/.bin/submit-guard scan --quiet",`) as string });
  });
});

describe('a configuration', () => {
  it.each([
    ['lefthook.yml', ''],
    ['lefthook.yml', 'pre-commit:\n'],
    ['lefthook.yml', 'pre-commit:\n  commands:\n'],
    ['lefthook.yml', 'pre-commit:\n  jobs:\n    - run: "true"\n'],
    ['.pre-commit-config.yaml', ''],
    ['.pre-commit-config.yaml', 'repos:\n'],
    ['package.json', '{ "simple-git-hooks": null }\n'],
    ['.simple-git-hooks.json', '// hooks\n{}\n'],
  ])('%s with little in it (%j) gets what is missing', (file, content) => {
    const repository = new HookedRepository({ [file]: content });
    expect(repository.guard('install', '--hooks', 'pre-commit')).toMatchObject({ status: 0, stderr: '' });
    expect(text(repository, file)).toContain('submit-guard');
    expect(repository.guard('install', '--hooks', 'pre-commit')).toMatchObject({ status: 0, stdout: expect.stringContaining('Already wired') as string });
  });

  it.each([
    ['lefthook.yml', '- a\n', 'lefthook.yml has no map at its top,'],
    ['lefthook.yml', 'a: 1\n---\nb: 2\n', 'lefthook.yml is no YAML.'],
    ['lefthook.yml', 'pre-commit:\n  commands: []\n', 'lefthook.yml has no map at `pre-commit.commands`,'],
    ['lefthook.yml', 'pre-push: &x\n  commands: {}\npre-commit: *x\n', 'lefthook.yml has no map at `pre-commit`,'],
    ['.pre-commit-config.yaml', 'repos: {}\n', '.pre-commit-config.yaml has no list of `repos`.'],
    ['.pre-commit-config.yaml', '- a\n', '.pre-commit-config.yaml has no map at its top,'],
    ['package.json', '[]', 'package.json is no JSON object.'],
    ['.simple-git-hooks.json', '{', '.simple-git-hooks.json is no JSON object.'],
  ])('%s with something else in it (%j) is left alone', (file, content, words) => {
    const repository = new HookedRepository({ [file]: content });
    expect(repository.guard('install', '--hooks', 'pre-commit')).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining(words) as string });
    expect(text(repository, file)).toBe(content);
  });
});

describe('several at once', () => {
  it('are wired in the one that starts the hooks, or in the one that is named', () => {
    const repository = new HookedRepository({ 'lefthook.yml': 'pre-commit: {}\n', '.pre-commit-config.yaml': 'repos: []\n' });
    expect(repository.guard('install', '--dry-run')).toMatchObject({ stdout: 'Would add submit-guard to lefthook.yml\nNothing was changed.\n' });
    expect(repository.guard('install', '--with', 'git')).toMatchObject({ status: 0, stdout: expect.stringContaining('through git') as string });
    repository.write('a.py', lineWith(makeKey()));
    repository.git('add', 'a.py');
    expect(repository.tryGit('commit', '-m', 'Add a')).toMatchObject(stopped);
  });
});
