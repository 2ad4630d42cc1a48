import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '@submit-guard/core';
import { describe, expect, it } from 'vitest';
import { folderWith, lineWith, makeKey, submitGuard } from './command-line.ts';

describe('a first day with submit-guard', () => {
  it('accepts what is there, and fails for what is new', async () => {
    const cwd = folderWith({ 'old.py': `atomyx_api_key = "${makeKey()}"\n` });
    expect(await submitGuard(['scan', '-q'], { cwd })).toMatchObject({ status: 1 });
    expect(await submitGuard(['baseline', '--reason', 'legacy service, gone in March'], { cwd })).toMatchObject({ status: 0, stderr: '' });
    expect(await submitGuard(['scan', '-q'], { cwd })).toMatchObject({ status: 0, stdout: '' });
    writeFileSync(join(cwd, 'new.py'), `atomyx_api_key = "${makeKey()}"\n`);
    const { status, stdout } = await submitGuard(['scan', '-f', 'json'], { cwd });
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ findings: [{ path: 'new.py' }], suppressed: 1 });
  });

  it('knows a key that was passed on standard input, wherever it stands', async () => {
    const key = makeKey();
    const cwd = folderWith({ 'notes.txt': `the value is ${key}, they said\n` });
    expect(await submitGuard(['scan', '-q'], { cwd })).toMatchObject({ status: 0 });
    expect(await submitGuard(['keys', 'add', '--label', 'web shop'], { cwd, input: `${key}\n` })).toMatchObject({ status: 0 });
    const { status, stdout } = await submitGuard(['scan', '-f', 'json', 'notes.txt'], { cwd });
    expect(status).toBe(1);
    expect((JSON.parse(stdout) as Report).findings).toMatchObject([{ confidence: 'certain', line: 1, column: 14 }]);
    const id = /^([0-9a-f]{8}) /m.exec((await submitGuard(['keys', 'list'], { cwd })).stdout)?.[1] ?? '';
    expect(await submitGuard(['keys', 'remove', id], { cwd })).toMatchObject({ status: 0 });
    expect(await submitGuard(['scan', '-q'], { cwd })).toMatchObject({ status: 0 });
  });

  it('writes a configuration that it can read', async () => {
    const cwd = folderWith({ 'a.env': lineWith(makeKey()) });
    expect(await submitGuard(['init'], { cwd })).toMatchObject({ status: 0, stderr: '' });
    expect(readFileSync(join(cwd, 'submit-guard.config.yaml'), 'utf8')).toContain('#');
    expect(await submitGuard(['init'], { cwd })).toMatchObject({ status: 2, stdout: '' });
    expect(await submitGuard(['scan', '-q'], { cwd })).toMatchObject({ status: 1, stderr: '' });
  });
});
