import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

/** The built command line; SUBMIT_GUARD_PROGRAM names another build of it. */
export const program = process.env['SUBMIT_GUARD_PROGRAM'] ?? fileURLToPath(new URL('../../packages/scanner/dist/bin.js', import.meta.url));

export interface Run {
  readonly status: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly input?: string | Buffer;
  readonly environment?: Readonly<Record<string, string>>;
  /** User to run as. */
  readonly user?: number;
  /** Another build of the command line. */
  readonly build?: string;
}

/** Runs `submit-guard` as a process, in an environment that makes no keys known. */
export function submitGuard(options: readonly string[], { cwd = tmpdir(), input = '', environment = {}, user, build = program }: RunOptions = {}): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [build, ...options], {
      cwd,
      env: { PATH: process.env['PATH'], HOME: '/nonexistent', ...environment },
      ...(user !== undefined && { uid: user, gid: user }),
    });
    const output = { stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (output.stdout += chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (output.stderr += chunk));
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
    child.on('error', reject);
    child.on('close', (status, signal) => resolve({ status, signal, ...output }));
  });
}

/** A folder with files that lasts as long as a test. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'submit-guard-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** A key that nobody has ever issued. */
export function makeKey(): string {
  return randomBytes(20).toString('hex');
}

/** A line that holds a key and all the evidence against it. */
export function lineWith(key: string): string {
  return `ATOMYX_SUBMIT_API_KEY=${key}\n`;
}

/** A program whose key only data flow shows. */
export function hiddenKey(key: string): string {
  return `const parts = ['${key.slice(0, 16)}', '${key.slice(16)}'];
export const createJob = () => fetch('https://submit.atomyx.io/api/jobs', { headers: { Authorization: ['Bearer', parts.join('')].join(' ') } });\n`;
}
