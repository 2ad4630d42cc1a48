import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, release, totalmem, type } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { repository } from '../cache.ts';

export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly memoryBytes: number;
  readonly system: string;
  readonly node: string;
  /** What is measured: the commit, and whether files differ from it. */
  readonly commit: string;
}

function distribution(): string {
  try {
    return /^PRETTY_NAME="?(.+?)"?$/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1] ?? type();
  } catch {
    return type();
  }
}

function commit(): string {
  try {
    const git = (...args: readonly string[]): string => execFileSync('git', args, { cwd: repository, encoding: 'utf8' }).trim();
    const changed = git('status', '--porcelain', '--untracked-files=no', '--', 'packages', 'rules') !== '';
    return `${git('rev-parse', '--short', 'HEAD')}${changed ? ', with changes' : ''}`;
  } catch {
    return 'unknown';
  }
}

export function describeMachine(): Machine {
  return {
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    cores: availableParallelism(),
    memoryBytes: totalmem(),
    system: `${distribution()}, ${type()} ${release()}`,
    node: process.version,
    commit: commit(),
  };
}

/** How busy the machine is with other things. */
export interface Load {
  /** Load averages of 1, 5 and 15 minutes; they remember our own runs, too. */
  readonly averages: readonly number[];
  /** Share of the processors that was busy while this command did nothing. */
  readonly busy: number;
}

/** Above this share, the clock measures other programs as well. */
const quiet = 0.1;

export const isQuiet = ({ busy }: Load): boolean => busy <= quiet;

function ticks(): { readonly idle: number; readonly all: number } {
  const times = cpus().map((cpu) => cpu.times);
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
  return { idle: sum(times.map(({ idle }) => idle)), all: sum(times.flatMap((time) => Object.values(time))) };
}

/** Does nothing for half a second and tells who did something. */
export async function measureLoad(): Promise<Load> {
  const before = ticks();
  await pause(500);
  const after = ticks();
  const all = after.all - before.all;
  return { averages: loadavg(), busy: all === 0 ? 0 : 1 - (after.idle - before.idle) / all };
}
