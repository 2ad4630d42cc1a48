import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Report } from '@submit-guard/core';
import { afterEach } from 'vitest';

const bin = fileURLToPath(new URL('../../scanner/dist/bin.js', import.meta.url));

export interface Answer {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Answer>;
  /** Resolves when standard error has a text; rejects when the process ends without it. */
  says(text: string): Promise<void>;
}

const started = new Set<ChildProcess>();

afterEach(() => {
  for (const child of started) child.kill('SIGKILL');
  started.clear();
});

/**
 * Starts the built command line: `submit-guard fleet ...`. It does not outlive the test.
 *
 * @param through - words in front of the command: a program that starts it, and becomes it.
 */
export function startFleet(args: readonly string[], cwd: string, environment: Readonly<Record<string, string>> = {}, through: readonly string[] = []): Running {
  return start(['fleet', ...args], cwd, environment, through);
}

/** Runs another command of the built command line. */
export function run(args: readonly string[], cwd: string): Promise<Answer> {
  return start(args, cwd, {}).ended;
}

function start(args: readonly string[], cwd: string, environment: Readonly<Record<string, string>>, through: readonly string[] = []): Running {
  const [program, ...words] = [...through, process.execPath, bin, ...args] as [string, ...string[]];
  const child = spawn(program, words, { cwd, env: { PATH: process.env['PATH'], HOME: cwd, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
  started.add(child);
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const ended = new Promise<Answer>((resolve) => child.on('close', (status) => resolve({ status, stdout, stderr })));
  return {
    child,
    ended,
    says: (text) => new Promise((resolve, reject) => {
      const look = (): void => {
        if (stderr.includes(text)) resolve();
      };
      child.stderr.on('data', look);
      look();
      void ended.then(() => reject(new Error(`It ended without "${text}": ${stderr}`)));
    }),
  };
}

export function runFleet(args: readonly string[], cwd: string, environment: Readonly<Record<string, string>> = {}): Promise<Answer> {
  return startFleet(args, cwd, environment).ended;
}

/** What makes findings the same, in an order that depends on nothing. */
export function findingsOf(report: Report): readonly string[] {
  return report.findings.map(({ secret, blob, path, line, ruleId }) => `${path}:${line} ${ruleId} ${secret?.fingerprint ?? ''} ${blob ?? ''}`).sort();
}

export function parseReport({ stdout, stderr }: Answer): Report {
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as Report;
}
