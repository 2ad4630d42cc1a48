import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from '../cache.ts';
import { waitForGroup } from '../processes/groups.ts';

export interface Execution {
  readonly program: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
  /** File for standard output, if it is wanted. */
  readonly output: string | undefined;
  /** Seconds after which it is ended. */
  readonly limit: number;
}

export interface Run {
  /** From start to end, by the clock. */
  readonly seconds: number;
  /** Of all processors, for the process and its children. */
  readonly cpuSeconds: number | undefined;
  /** Largest resident set of a process. Bytes. */
  readonly peakBytes: number | undefined;
  /** `null` where it was ended. */
  readonly status: number | null;
  /** The last words on standard error. */
  readonly said: string;
}

/** GNU time: it starts the program from a small process, where a child of Node would count Node's own memory for its own. */
const stopwatch = '/usr/bin/time';

const figuresFile = join(cacheFolder, 'figures.txt');
const errorsFile = join(cacheFolder, 'errors.txt');

function figures(): { readonly peakBytes: number | undefined; readonly cpuSeconds: number | undefined } {
  const words = existsSync(figuresFile) ? readFileSync(figuresFile, 'utf8').trim().split('\n').at(-1)?.split(' ').map(Number) : undefined;
  if (words?.length !== 3 || words.some(Number.isNaN)) return { peakBytes: undefined, cpuSeconds: undefined };
  const [kilobytes = 0, user = 0, system = 0] = words;
  return { peakBytes: kilobytes * 1024, cpuSeconds: user + system };
}

/** Runs a program once, alone, and waits for its end. */
export async function runOnce({ program, args, env, cwd, output, limit }: Execution): Promise<Run> {
  rmSync(figuresFile, { force: true });
  const hasStopwatch = existsSync(stopwatch);
  const words = hasStopwatch ? [stopwatch, '--quiet', '--format', '%M %U %S', '--output', figuresFile, program, ...args] : [program, ...args];
  const out = output === undefined ? undefined : openSync(output, 'w');
  const errors = openSync(errorsFile, 'w');
  try {
    const started = performance.now();
    const child = spawn(words[0] ?? program, words.slice(1), { cwd, env, stdio: ['ignore', out ?? 'ignore', errors], detached: true });
    const status = await waitForGroup(child, limit);
    const seconds = (performance.now() - started) / 1000;
    return { seconds, status, ...figures(), said: readFileSync(errorsFile, 'utf8').trim().slice(-500) };
  } finally {
    if (out !== undefined) closeSync(out);
    closeSync(errors);
  }
}
