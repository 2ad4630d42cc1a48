import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, openSync, closeSync, symlinkSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '@submit-guard/core';
import { describe, expect, it } from 'vitest';
import { folderWith, lineWith, makeKey, program, submitGuard } from './command-line.ts';
import type { Run, RunOptions } from './command-line.ts';

async function scan(options: readonly string[], run: RunOptions): Promise<Run & { readonly report: Pick<Report, 'findings' | 'coverage'> }> {
  const result = await submitGuard(['scan', '--format', 'json', ...options], run);
  return { ...result, report: JSON.parse(result.stdout) as Report };
}

describe('submit-guard scan', () => {
  it('ends with 0 where there is nothing, and says what it read', async () => {
    const { status, stderr, report } = await scan([], { cwd: folderWith({ 'a.txt': 'hello', 'b/c.txt': 'world!' }) });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(report).toMatchObject({ findings: [], coverage: { files: 2, blobs: 0, bytes: 11, skipped: [], unread: [] } });
  });

  it('ends with 1 where there are findings, by path and place', async () => {
    const cwd = folderWith({ 'b.env': lineWith(makeKey()), 'a/x.env': `${lineWith(makeKey())}${lineWith(makeKey())}`, 'a.env': lineWith(makeKey()) });
    const { status, report, stdout } = await scan([], { cwd });
    expect(status).toBe(1);
    expect(report.findings.map(({ path, line }) => `${path}:${line}`)).toEqual(['a.env:1', 'a/x.env:1', 'a/x.env:2', 'b.env:1']);
    expect((await scan(['b.env', 'a', '.'], { cwd })).stdout).toBe(stdout);
  });

  it('ends with 2, and still prints what it found, where something could not be read', async () => {
    const cwd = folderWith({ 'a.env': lineWith(makeKey()) });
    const { status, stderr, report } = await scan(['a.env', 'missing', '*.nothing'], { cwd });
    expect(status).toBe(2);
    expect(report.findings).toHaveLength(1);
    expect(report.coverage.unread.map(({ path }) => path)).toEqual(['*.nothing', 'missing']);
    expect(stderr).toContain('Cannot scan missing: there is no such file or folder.');
  });

  it('names files and folders that it may not read', async (context) => {
    if (process.getuid?.() !== 0) context.skip('only root can run it as somebody else');
    const cwd = folderWith({ 'a.txt': '', 'closed.txt': '', 'folder/b.txt': '' });
    chmodSync(cwd, 0o755);
    chmodSync(join(cwd, 'closed.txt'), 0);
    chmodSync(join(cwd, 'folder'), 0);
    const { status, report } = await scan([], { cwd, user: 65_534 });
    expect(status).toBe(2);
    expect(report.coverage).toMatchObject({ files: 1, unread: [{ path: 'closed.txt', reason: 'permission denied' }, { path: 'folder', reason: 'permission denied' }] });
  });

  it('names what a glob leads to and nobody may read', async (context) => {
    if (process.getuid?.() !== 0) context.skip('only root can run it as somebody else');
    const cwd = folderWith({ 'a.txt': '', 'folder/b.txt': '', 'open/c.txt': '', 'open/closed.txt': '' });
    chmodSync(cwd, 0o755);
    chmodSync(join(cwd, 'folder'), 0);
    chmodSync(join(cwd, 'open/closed.txt'), 0);
    const { status, report } = await scan(['**/*.txt'], { cwd, user: 65_534 });
    expect(status).toBe(2);
    expect(report.coverage).toMatchObject({ files: 2, unread: [{ path: 'folder', reason: 'permission denied' }, { path: 'open/closed.txt', reason: 'permission denied' }] });
  });

  it('reads standard input', async () => {
    const key = makeKey();
    const { status, report } = await scan(['-'], { input: lineWith(key) });
    expect(status).toBe(1);
    expect(report).toMatchObject({ findings: [{ path: '<stdin>', line: 1, column: 23 }], coverage: { files: 1, bytes: 63 } });
    expect((await scan(['-', '--stdin-filename', 'logs/app.log'], { input: lineWith(key) })).report.findings).toMatchObject([{ path: 'logs/app.log', ruleId: 'no-key-in-logs' }]);
    expect((await scan(['-', '--as', 'log'], { input: lineWith(key) })).report.findings).toMatchObject([{ ruleId: 'no-key-in-logs' }]);
    expect((await scan(['-'], { input: '' })).report.coverage).toMatchObject({ files: 1, bytes: 0 });
  });

  it('reads standard input that is longer than what is held in memory', async () => {
    const filler = Buffer.from('# nothing at all\n'.repeat(1_300_000));
    const { report } = await scan(['-'], { input: Buffer.concat([filler, Buffer.from(lineWith(makeKey())), filler]) });
    expect(report).toMatchObject({ findings: [{ line: 1_300_001, column: 23, endColumn: 63 }], coverage: { bytes: filler.length * 2 + 63 } });
  });

  it('skips longer files when asked to', async () => {
    const { status, report } = await scan(['--max-file-size', '1k'], { cwd: folderWith({ 'long.env': lineWith(makeKey()) + '#'.repeat(1000), 'short.txt': '' }) });
    expect(status).toBe(0);
    expect(report.coverage).toMatchObject({ files: 1, skipped: [{ path: 'long.env', reason: 'larger than 1000 bytes' }] });
  });

  it('finds keys at both ends of a file of two gigabytes, in little memory', async () => {
    const cwd = folderWith({ 'big.log': lineWith(makeKey()) });
    const path = join(cwd, 'big.log');
    truncateSync(path, 2 ** 31);
    const file = openSync(path, 'a');
    writeSync(file, `\n${lineWith(makeKey())}`);
    closeSync(file);
    const { stdout } = await submitGuard(['scan', '--format', 'json', 'big.log'], { cwd, environment: { NODE_OPTIONS: '--max-old-space-size=100' } });
    expect((JSON.parse(stdout) as Report).findings.map(({ line, column }) => ({ line, column }))).toEqual([{ line: 1, column: 23 }, { line: 3, column: 23 }]);
  }, 120_000);

  it('looks for known keys of ignored environment files everywhere', async () => {
    const key = makeKey();
    const { report } = await scan([], { cwd: folderWith({ '.env': lineWith(key), 'deep/notes.txt': `see ${key} there` }) });
    expect(report.findings).toMatchObject([{ path: '.env' }, { path: 'deep/notes.txt', confidence: 'certain', line: 1, column: 5 }]);
  });

  it('leaves out what the configuration excludes, and says so', async () => {
    const cwd = folderWith({ 'submit-guard.config.yaml': 'exclude: [fixtures/]\n', 'fixtures/a.env': lineWith(makeKey()), 'b.txt': '' });
    const { status, report } = await scan([], { cwd });
    expect(status).toBe(0);
    expect(report.coverage.skipped).toEqual([{ path: 'fixtures/a.env', reason: 'excluded by the configuration' }]);
  });

  it('prints names with newlines and other bytes so that they cannot be mistaken', async () => {
    const cwd = folderWith();
    writeFileSync(join(cwd, 'new\nline.env'), lineWith(makeKey()));
    writeFileSync(Buffer.concat([Buffer.from(`${cwd}/raw`), Buffer.of(0xff), Buffer.from('.env')]), lineWith(makeKey()));
    expect((await scan([], { cwd })).report.findings.map(({ path }) => path)).toEqual(['"new\\nline.env"', '"raw\\377.env"']);
  });

  it('survives a reader that closes the pipe', async () => {
    const cwd = folderWith({ 'a.env': lineWith(makeKey()).repeat(2000) });
    const command = `"${process.execPath}" "${program}" scan --format json; echo "status $?" >&2`;
    const child = spawn('bash', ['-c', `{ ${command}; } | head -n 1`], { cwd, env: { PATH: process.env['PATH'], HOME: '/nonexistent' } });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
    child.stdout.resume();
    await new Promise((resolve) => child.on('close', resolve));
    expect(stderr).toBe('status 1\n');
  });

  it('fails where it cannot write, or where standard input is a folder', async () => {
    const cwd = folderWith({ 'a.txt': '' });
    const shell = (command: string): Promise<{ readonly status: number | null; readonly stderr: string }> => new Promise((resolve) => {
      const child = spawn('bash', ['-c', `"${process.execPath}" "${program}" ${command}`], { cwd, env: { PATH: process.env['PATH'], HOME: '/nonexistent' } });
      let stderr = '';
      child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
      child.on('close', (status) => resolve({ status, stderr }));
    });
    expect(await shell('scan > /dev/full')).toEqual({ status: 2, stderr: 'The output could not be written: no space left on the device.\n' });
    expect(await shell('scan -o /dev/full')).toEqual({ status: 2, stderr: 'The report could not be written to /dev/full: no space left on the device.\n' });
    expect(await shell('scan - < /')).toMatchObject({ status: 2, stderr: expect.stringContaining('Standard input is a folder') as string });
  });

  it('ends with 130 and without a trace when it is interrupted', async () => {
    const child = spawn(process.execPath, [program, 'scan', '-', '--progress'], { env: { PATH: process.env['PATH'], HOME: '/nonexistent' } });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
    child.stdin.write('waiting');
    const end = new Promise((resolve) => child.on('close', (status, signal) => resolve({ status, signal })));
    await new Promise((resolve) => setTimeout(resolve, 1500));
    child.kill('SIGINT');
    expect(await end).toEqual({ status: 130, signal: null });
    expect(stderr).toBe('');
  });

  it('says nothing on standard error when it is piped, and nothing at all with --quiet when all is well', async () => {
    const cwd = folderWith({ 'a.txt': '' });
    expect((await submitGuard(['scan'], { cwd })).stderr).toBe('');
    expect(await submitGuard(['scan', '--quiet'], { cwd })).toEqual({ status: 0, signal: null, stdout: '', stderr: '' });
  });

  it('colors only when it should', async () => {
    const cwd = folderWith({ 'a.env': lineWith(makeKey()) });
    const isColored = async (options: readonly string[], environment: Readonly<Record<string, string>>): Promise<boolean> =>
      (await submitGuard(['scan', ...options], { cwd, environment })).stdout.includes('\u001b[');
    expect(await isColored([], {})).toBe(false);
    expect(await isColored([], { FORCE_COLOR: '1' })).toBe(true);
    expect(await isColored([], { FORCE_COLOR: '1', NO_COLOR: '1' })).toBe(false);
    expect(await isColored(['--no-color'], { FORCE_COLOR: '1' })).toBe(false);
  });

  it('does not follow a link out of the tree, and follows one that is named', async () => {
    const outside = folderWith({ 'secret.env': lineWith(makeKey()) });
    const cwd = folderWith({ 'a.txt': '' });
    mkdirSync(join(cwd, 'in'));
    symlinkSync(join(outside, 'secret.env'), join(cwd, 'in/link.env'));
    expect((await scan([], { cwd })).report).toMatchObject({ findings: [], coverage: { skipped: [{ path: 'in/link.env', reason: 'symbolic link' }] } });
    expect((await scan(['in/link.env'], { cwd })).report.findings).toMatchObject([{ path: 'in/link.env' }]);
  });
});
