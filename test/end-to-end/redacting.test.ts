import { spawn } from 'node:child_process';
import { chmodSync, linkSync, lstatSync, readFileSync, readdirSync, readlinkSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { fingerprintOf } from '@submit-guard/core';
import { createRedactor } from 'submit-guard/redact';
import { describe, expect, it } from 'vitest';
import { folderWith, lineWith, makeKey, program, submitGuard } from './command-line.ts';

/** What `submit-guard` prints, as bytes. */
function submitGuardBytes(options: readonly string[], { cwd, input }: { readonly cwd: string; readonly input: Buffer }): Promise<Buffer> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [program, ...options], { cwd, env: { PATH: process.env['PATH'], HOME: '/nonexistent' } });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.once('close', () => resolve(Buffer.concat(chunks)));
    child.stdin.end(input);
  });
}

const tagOf = (key: string): string => `***${fingerprintOf(key).slice(0, 12)}***`;

describe('submit-guard redact', () => {
  it('filters standard input', async () => {
    const key = makeKey();
    const input = `> Host: submit.atomyx.io\r\n> Authorization: Bearer ${key}\r\n\0 no end`;
    expect(await submitGuard(['redact'], { input })).toEqual({ status: 0, signal: null, stdout: input.replace(key, tagOf(key)), stderr: '' });
    expect(await submitGuard(['redact', '-'], { input: '' })).toEqual({ status: 0, signal: null, stdout: '', stderr: '' });
  });

  it('knows the keys of the environment', async () => {
    const key = makeKey();
    expect(await submitGuard(['redact'], { input: `a ${key} b\n`, environment: { ATOMYX_API_KEY: key } })).toMatchObject({ status: 0, stdout: `a ${tagOf(key)} b\n` });
  });

  it('gives out each line while the next one is still to come', async () => {
    const key = makeKey();
    const child = spawn(process.execPath, [program, 'redact'], { cwd: tmpdir(), env: { PATH: process.env['PATH'] } });
    const next = (): Promise<string> => new Promise((resolve) => void child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString())));
    for (const line of ['> Host: submit.atomyx.io\n', `> Authorization: Bearer ${key}\n`]) {
      const given = next();
      child.stdin.write(line);
      expect(await given).toBe(line.replace(key, tagOf(key)));
    }
    // Ctrl-C reaches every program of a pipe; what the server still has to say comes all the same.
    child.kill('SIGINT');
    const last = next();
    child.stdin.end('bye\n');
    expect(await last).toBe('bye\n');
    expect(await new Promise((resolve) => void child.once('close', resolve))).toBe(0);
  });

  it('ends quietly where nobody reads any more', async () => {
    const child = spawn('/bin/sh', ['-c', `yes 'an ordinary line' | { "${process.execPath}" "${program}" redact; echo "status $?" >&2; } | head -1`], { cwd: tmpdir(), env: { PATH: process.env['PATH'] } });
    const output = { stdout: '', stderr: '' };
    child.stdout.on('data', (chunk: Buffer) => (output.stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output.stderr += chunk.toString()));
    await new Promise((resolve) => void child.once('close', resolve));
    expect(output).toEqual({ stdout: 'an ordinary line\n', stderr: expect.stringMatching(/^(?:yes: .*\n)?status 0\n(?:yes: .*\n)?$/) as string });
  });

  it('writes files one after the other', async () => {
    const keys = [makeKey(), makeKey()] as const;
    const cwd = folderWith({ 'a.log': lineWith(keys[0]), 'b.log': lineWith(keys[1]) });
    expect((await submitGuard(['redact', 'a.log', 'b.log'], { cwd })).stdout).toBe(lineWith(tagOf(keys[0])) + lineWith(tagOf(keys[1])));
    expect(readFileSync(join(cwd, 'a.log'), 'utf8')).toBe(lineWith(keys[0]));
  });

  it('redacts files in their place, whole, with their mode, and leaves those without a key', async () => {
    const key = makeKey();
    const cwd = folderWith({ 'a.log': `${lineWith(key)}${'a line\n'.repeat(100_000)}${key}`, 'clean.log': 'a\n' });
    chmodSync(join(cwd, 'a.log'), 0o640);
    symlinkSync('a.log', join(cwd, 'link.log'));
    linkSync(join(cwd, 'clean.log'), join(cwd, 'hard.log'));
    const before = statSync(join(cwd, 'clean.log'));
    expect(await submitGuard(['redact', '--in-place', 'link.log', 'clean.log'], { cwd })).toEqual({ status: 0, signal: null, stdout: 'link.log: 2 keys were replaced\n', stderr: '' });
    expect(readFileSync(join(cwd, 'a.log'), 'utf8')).toBe(`${lineWith(tagOf(key))}${'a line\n'.repeat(100_000)}${tagOf(key)}`);
    expect(statSync(join(cwd, 'a.log')).mode & 0o777).toBe(0o640);
    expect(lstatSync(join(cwd, 'link.log')).isSymbolicLink() && readlinkSync(join(cwd, 'link.log'))).toBe('a.log');
    expect(statSync(join(cwd, 'clean.log'))).toMatchObject({ ino: before.ino, mtimeMs: before.mtimeMs });
    expect(readdirSync(cwd).sort()).toEqual(['a.log', 'clean.log', 'hard.log', 'link.log']);
  });

  it('redacts logs in UTF-16, and those that gzip has compressed, and leaves them what they are', async () => {
    const key = makeKey();
    const line = (value: string): string => `\ufeff\u00fcber \ud83d\udd11\r\n${lineWith(value)}no end`;
    const cwd = folderWith({
      'le.log': Buffer.from(line(key), 'utf16le'), 'be.log': Buffer.from(line(key), 'utf16le').swap16(), 'a.log.gz': gzipSync(line(key)), 'wide.log.gz': gzipSync(Buffer.from(line(key), 'utf16le')),
      'clean.log.gz': gzipSync('nothing\n', { level: 1 }),
    });
    const clean = readFileSync(join(cwd, 'clean.log.gz'));
    const piped = await submitGuardBytes(['redact'], { cwd, input: readFileSync(join(cwd, 'a.log.gz')) });
    expect(gunzipSync(piped).toString()).toBe(line(tagOf(key)));
    expect(await submitGuard(['redact', '-i', 'le.log', 'be.log', 'a.log.gz', 'wide.log.gz', 'clean.log.gz'], { cwd })).toMatchObject({ status: 0, stderr: '' });
    const read = (name: string): Buffer => readFileSync(join(cwd, name));
    expect(read('le.log').toString('utf16le')).toBe(line(tagOf(key)));
    expect(read('be.log').swap16().toString('utf16le')).toBe(line(tagOf(key)));
    expect(gunzipSync(read('a.log.gz')).toString()).toBe(line(tagOf(key)));
    expect(gunzipSync(read('wide.log.gz')).toString('utf16le')).toBe(line(tagOf(key)));
    expect(read('clean.log.gz').equals(clean)).toBe(true);
  });

  it('refuses what would pass with its keys', async () => {
    const packed = gzipSync(lineWith(makeKey()));
    const files = {
      'a.log.br': brotliCompressSync(lineWith(makeKey())), 'a.log.zst': Buffer.from('28b52ffd0000', 'hex'), 'twice.gz': gzipSync(packed), 'short.gz': packed.subarray(0, -12), 'odd.log': Buffer.from('fffe610062', 'hex'),
      'half.log': Buffer.from('fffe00d861006100', 'hex'), 'a.png': Buffer.from('\x89PNG\r\n\x1a\n0000', 'latin1'),
    };
    const { status, stdout, stderr } = await submitGuard(['redact', '-i', ...Object.keys(files)], { cwd: folderWith(files) });
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr.split('\n')).toEqual([
      'a.log.br could not be redacted: brotli data is not redacted; unpack it first, and redact what is in it.', 'a.log.zst could not be redacted: zstd data is not redacted; unpack it first, and redact what is in it.',
      'twice.gz could not be redacted: it is compressed twice; unpack it first.', 'short.gz could not be redacted: its gzip data is damaged or cut short.', 'odd.log could not be redacted: it is no valid UTF-16; convert it to UTF-8 first.',
      'half.log could not be redacted: it is no valid UTF-16; convert it to UTF-8 first.', 'a.png could not be redacted: an image or another medium is not redacted.', '',
    ]);
  });

  it('says what could not be redacted, and redacts the rest', async () => {
    const key = makeKey();
    const cwd = folderWith({ 'a.log': lineWith(key), 'folder/b.log': '' });
    expect(await submitGuard(['redact', 'gone.log', 'folder', 'a.log'], { cwd })).toEqual({
      status: 2, signal: null, stdout: lineWith(tagOf(key)), stderr: 'gone.log could not be redacted: there is no such file.\nfolder could not be redacted: it is a folder.\n',
    });
    expect(await submitGuard(['redact', '-i', 'folder'], { cwd })).toMatchObject({ status: 2, stderr: 'folder could not be redacted: it is a folder.\n' });
    expect(await submitGuard(['redact', '-i'], { cwd })).toMatchObject({ status: 2, stderr: '--in-place wants files: standard input has no place.\n' });
    expect(readdirSync(cwd).sort()).toEqual(['a.log', 'folder']);
  });
});

describe('a redactor in a process', () => {
  it('takes lines as a logger writes them', async () => {
    const key = makeKey();
    const redact = await createRedactor({ cwd: folderWith(), environment: { ATOMYX_API_KEY: key } });
    const line = (value: string): string => `${JSON.stringify({ level: 30, msg: `\u00fcber ${value}` })}\n`;
    expect(redact(line(key))).toBe(line(tagOf(key)));
    expect(redact(line('nothing'))).toBe(line('nothing'));
    const [host, other] = ['{"host":"submit.atomyx.io"}', makeKey()];
    expect(redact(host)).toBe(host);
    expect(redact(`Authorization: Bearer ${other}`)).toBe(`Authorization: Bearer ${tagOf(other)}`);
  });
});
