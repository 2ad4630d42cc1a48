import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { commandLineOf, inFrontOf, quoteForShell, withoutFront } from '../../src/hooks/shell-words.ts';
import { isShellScript } from '../../src/hooks/shell-scripts.ts';

describe('a command in front of others', () => {
  it.each(['npx lint-staged', 'a; b', 'a && b || c', "echo 'x' | cat; exit 0", 'if true; then echo "$1"; fi', '{ a; }', 'submit-guard hook other', 'printf "%s" "}"'])('can be taken off again: %s', (other) => {
    for (const hook of ['pre-commit', 'pre-push', 'commit-msg'] as const) {
      for (const command of ['node_modules/.bin/submit-guard', "with space/it's/submit-guard"]) {
        const line = commandLineOf(hook, command, hook === 'commit-msg' ? '"$1"' : '');
        expect(withoutFront(inFrontOf(other, hook, line), hook)).toBe(other);
        expect(withoutFront(inFrontOf(undefined, hook, line), hook)).toBeUndefined();
      }
    }
  });

  it('leaves what is not ours', () => {
    expect(withoutFront('npx lint-staged', 'pre-commit')).toBe('npx lint-staged');
    expect(withoutFront('submit-guard scan', 'pre-commit')).toBe('submit-guard scan');
  });

  it.each([
    { status: 0, words: 'after', code: 0 },
    { status: 1, words: '', code: 1 },
    { status: 2, words: '', code: 1 },
    { status: 127, words: 'did not start', code: 1 },
  ])('that ends with $status decides whether the others run', ({ status, words, code }) => {
    const line = commandLineOf('pre-commit', 'ignored', '').replace(/^\S+ hook pre-commit/, `sh -c 'exit ${status}'`);
    const script = `(${inFrontOf('echo after', 'pre-commit', line)}) 2>&1; echo "code $?"`;
    const output = execFileSync('sh', ['-c', script], { encoding: 'utf8' });
    expect(output).toContain(`code ${code}`);
    expect(output.includes('after')).toBe(words === 'after');
    expect(output.includes('did not start')).toBe(words === 'did not start');
  });
});

it.each(["it's", 'a b', '$(touch x)', '`x`', '"', '\\', 'a\nb'])('the shell takes %j for one word', (text) => {
  expect(execFileSync('sh', ['-c', `printf %s ${quoteForShell(text)}`], { encoding: 'utf8' })).toBe(text);
});

describe('a hook', () => {
  it.each(['#!/bin/sh\n', '#!/usr/bin/env bash\n', '#!/usr/bin/env -S bash -e\n', '#! /usr/bin/zsh\n', '#!/bin/busybox sh\n', '#!/usr/local/bin/dash -e\n', 'echo no first line\n', ''])('that begins with %j is a shell script', (text) => {
    expect(isShellScript(Buffer.from(text))).toBe(true);
  });

  it.each(['#!/usr/bin/env python3\n', '#!/usr/bin/env node\n', '#!/usr/bin/fish\n', '#!/usr/bin/perl -w\n', '#!/bin/sh\r\n', '#!/bin/sh\n\0', '#!/bin/bashful\n'])('that begins with %j is none', (text) => {
    expect(isShellScript(Buffer.from(text))).toBe(false);
  });

  it('of bytes that are no UTF-8 is none: they would not survive', () => {
    expect(isShellScript(Buffer.from([0x23, 0x21, 0x2f, 0x62, 0x69, 0x6e, 0x2f, 0x73, 0x68, 0x0a, 0xff]))).toBe(false);
  });
});
