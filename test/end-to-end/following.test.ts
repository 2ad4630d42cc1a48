import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { appendFileSync, renameSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { fingerprintOf } from '@submit-guard/core';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { folderWith, lineWith, makeKey, program, submitGuard } from './command-line.ts';

interface Follower {
  readonly child: ChildProcess;
  readonly output: { stdout: string; stderr: string };
  /** Waits until it has printed so many lines. */
  readonly lines: (count: number) => Promise<readonly Line[]>;
  readonly end: Promise<number | null>;
}

interface Line {
  readonly path?: string;
  readonly line?: number;
  readonly ruleId?: string;
  readonly secret?: { readonly fingerprint: string };
  readonly findingCount?: number;
  readonly coverage?: { readonly files: number; readonly unread: readonly object[] };
}

const generously = { timeout: 20_000, interval: 20 };

/** Runs `submit-guard scan --follow` until it is told to end. */
function follow(cwd: string, options: readonly string[]): Follower {
  const child = spawn(process.execPath, [program, 'scan', '--follow', ...options], { cwd, env: { PATH: process.env['PATH'], HOME: '/nonexistent' } });
  onTestFinished(() => void child.kill('SIGKILL'));
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (output.stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output.stderr += chunk.toString()));
  const parsed = (): readonly Line[] => output.stdout.split('\n').slice(0, -1).map((line) => JSON.parse(line) as Line);
  return {
    child,
    output,
    lines: (count) => vi.waitUntil(() => (parsed().length >= count ? parsed() : undefined), generously),
    end: new Promise((resolve) => void child.once('close', resolve)),
  };
}

const seen = (lines: readonly Line[]): readonly string[] => lines.map(({ path, line, secret }) => `${path}:${line} ${secret?.fingerprint}`);

describe('submit-guard scan --follow', () => {
  it('tells of keys in standard input line by line, with the host that an earlier line names', async () => {
    const key = makeKey();
    const { child, lines, end } = follow(folderWith(), ['--format', 'json', '-']);
    child.stdin?.write(`> Host: submit.atomyx.io\n> Authorization: Bearer ${key}\n> X-Request: `);
    expect(seen(await lines(1))).toEqual([`<stdin>:2 ${fingerprintOf(key)}`]);
    child.stdin?.write(`1\n`);
    child.stdin?.end(lineWith(key));
    expect(await end).toBe(1);
    const all = await lines(3);
    expect(seen(all.slice(0, 2))).toEqual([`<stdin>:2 ${fingerprintOf(key)}`, `<stdin>:4 ${fingerprintOf(key)}`]);
    expect(all[1]).toMatchObject({ ruleId: 'no-key-in-logs' });
    expect(all[2]).toMatchObject({ findingCount: 2, coverage: { files: 1, unread: [] } });
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('follows files by their names until %s, however they are rotated', async (signal) => {
    const keys = Array.from({ length: 6 }, makeKey);
    const line = (index: number): string => lineWith(keys[index] ?? '');
    const cwd = folderWith({ 'a.log': `first\n${line(0)}` });
    const { child, output, lines, end } = follow(cwd, ['--format', 'json', 'a.log', 'b.log']);
    const log = join(cwd, 'a.log');
    await lines(1);
    appendFileSync(log, line(1));
    await lines(2);
    renameSync(log, `${log}.1`);
    writeFileSync(log, `a\nb\n${line(2)}`);
    await lines(3);
    truncateSync(log);
    await vi.waitUntil(() => output.stderr.split('from its new beginning').length > 2, generously);
    appendFileSync(log, line(3));
    await lines(4);
    writeFileSync(join(cwd, 'b.log'), line(4));
    await lines(5);
    // The last line is not finished; it counts at the end.
    appendFileSync(log, line(5).trimEnd());
    child.kill(signal);
    expect(await end).toBe(1);
    const places = ['a.log:2', 'a.log:3', 'a.log:3', 'a.log:1', 'b.log:1', 'a.log:2'];
    expect(seen((await lines(7)).slice(0, 6))).toEqual(keys.map((key, index) => `${places[index]} ${fingerprintOf(key)}`));
    expect(output.stderr).toContain('submit-guard: b.log cannot be read: there is no such file yet. It is waited for.\n');
  });

  it('prints for people, and ends with 2 where a file never came and 0 where nothing was found', async () => {
    const cwd = folderWith({ 'a.log': 'nothing\n' });
    const loud = follow(cwd, ['--no-color', 'a.log']);
    const key = makeKey();
    const quiet = follow(cwd, ['--no-color', '-q', 'a.log', 'gone.log']);
    appendFileSync(join(cwd, 'a.log'), lineWith(key));
    await vi.waitUntil(() => [loud, quiet].every(({ output }) => output.stdout.includes(fingerprintOf(key))), generously);
    expect(loud.output.stdout).toMatch(/^\na\.log\n\n {2}2:23 {2}✖ error {2}medium confidence +no-key-in-logs\n/);
    for (const { child } of [loud, quiet]) child.kill('SIGINT');
    expect(await Promise.all([loud.end, quiet.end])).toEqual([1, 2]);
    expect(loud.output.stdout).toContain('✖ 1 finding in 1 file\n');
    expect(quiet.output.stdout).toContain('gone.log  there is no such file yet\n');
    const nothing = await submitGuard(['scan', '--follow', '--no-color', '-'], { cwd, input: 'a line\nwithout an end' });
    expect(nothing).toMatchObject({ status: 0, stderr: '' });
    expect(nothing.stdout).toMatch(/✔ No Submit key found\n {2}read +1 file, 21 bytes\n$/);
  });

  it('lets the program in front of the pipe finish after Ctrl-C, but does not wait for ever', async () => {
    const key = makeKey();
    const last = follow(folderWith(), ['--format', 'json', '-']);
    last.child.stdin?.write(lineWith(key));
    await last.lines(1);
    last.child.kill('SIGINT');
    last.child.stdin?.end(lineWith(key));
    expect(await last.end).toBe(1);
    expect(seen((await last.lines(3)).slice(0, 2))).toEqual([`<stdin>:1 ${fingerprintOf(key)}`, `<stdin>:2 ${fingerprintOf(key)}`]);
    const silent = follow(folderWith(), ['--format', 'json', '-']);
    silent.child.stdin?.write(lineWith(key));
    await silent.lines(1);
    silent.child.kill('SIGTERM');
    expect(await silent.end).toBe(1);
  });

  it('ends where nobody reads any more, with the status of what was found', async () => {
    const cwd = folderWith();
    const command = `yes "${lineWith(makeKey()).trimEnd()}" | { "${process.execPath}" "${program}" scan --follow --format json -; echo "status $?" >&2; } | head -1`;
    const child = spawn('/bin/sh', ['-c', command], { cwd, env: { PATH: process.env['PATH'] } });
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    await new Promise((resolve) => void child.once('close', resolve));
    expect(JSON.parse(stdout)).toMatchObject({ path: '<stdin>', line: 1 });
    expect(stderr).toMatch(/^(?:yes: .*\n)?status 1\n(?:yes: .*\n)?$/);
  });

  it('names what is no log, and follows the others', async () => {
    const key = makeKey();
    const cwd = folderWith({ 'a.log.gz': gzipSync('a line\n'), 'b.log': lineWith(key) });
    const { child, output, lines, end } = follow(cwd, ['--format', 'json', 'a.log.gz', 'b.log']);
    await lines(1);
    await vi.waitUntil(() => output.stderr !== '', generously);
    expect(output.stderr).toBe('submit-guard: a.log.gz is not followed: it is compressed or an archive; unpack it first, for example with zcat.\n');
    child.kill('SIGINT');
    expect(await end).toBe(2);
    expect((await lines(2))[1]).toMatchObject({ findingCount: 1, coverage: { unread: [{ path: 'a.log.gz' }] } });
  });

  it('says what cannot be followed', async () => {
    const cwd = folderWith({ 'logs/a.log': '' });
    const refuse = async (...options: readonly string[]): Promise<string> => {
      const { status, stderr, stdout } = await submitGuard(['scan', '--follow', ...options], { cwd });
      expect([status, stdout]).toEqual([2, '']);
      return stderr;
    };
    expect(await refuse()).toBe('--follow wants files, or - for standard input.\n');
    expect(await refuse('logs')).toBe('--follow wants files, and logs is a folder. Name the logs in it.\n');
    expect(await refuse('--format', 'sarif', '-')).toBe('--follow tells of findings one by one, which the format "sarif" cannot. Choose one of pretty, json.\n');
    expect(await refuse('-o', 'x', '-')).toBe('--output does not go with --follow; redirect standard output instead.\n');
  });
});
