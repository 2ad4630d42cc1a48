import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The built command line. */
export const bin = fileURLToPath(new URL('../../../packages/scanner/dist/bin.js', import.meta.url));

/** What a command took. */
export interface Cost {
  /** Seconds of processors, with all processes that it started. */
  readonly processor: number;
  /** Seconds by the clock. */
  readonly wall: number;
}

/** The one in the middle. */
export function middle(figures: readonly number[]): number {
  return [...figures].sort((a, b) => a - b)[figures.length >> 1] ?? NaN;
}

/** Of each figure the one in the middle. */
export function median(costs: readonly Cost[]): Cost {
  return { processor: middle(costs.map(({ processor }) => processor)), wall: middle(costs.map(({ wall }) => wall)) };
}

/** A mirror in a pack of its own; of a repository that lacks some of its objects, one with the packs that it has. */
export function mirror(source: string, target: string): void {
  const { status } = spawnSync('git', ['clone', '--quiet', '--mirror', '--no-local', '--', source, target]);
  if (status === 0) return;
  const copied = spawnSync('git', ['clone', '--quiet', '--mirror', '--no-hardlinks', '--', source, target], { encoding: 'utf8' });
  if (copied.status !== 0) throw new Error(copied.stderr);
}

/** Runs `submit-guard fleet`. Bash knows what all processes have taken that it waited for. */
export function timed(cwd: string, words: readonly string[]): Cost {
  mkdirSync(join(cwd, 'home'), { recursive: true });
  const report = join(cwd, words[words.indexOf('-o') + 1] ?? '');
  rmSync(report, { force: true });
  const { stderr } = spawnSync('bash', ['-c', 'TIMEFORMAT="%U %S %R"; time "$0" "$@" 2>errors.txt', process.execPath, bin, 'fleet', ...words], {
    cwd, encoding: 'utf8', env: { PATH: process.env['PATH'], HOME: join(cwd, 'home') },
  });
  const [user = NaN, system = NaN, wall = NaN] = stderr.trim().split(' ').map(Number);
  // Objects that a repository lacks are unread, whoever scans it.
  if (!existsSync(report) || Number.isNaN(wall)) throw new Error(`The scan failed: ${readFileSync(join(cwd, 'errors.txt'), 'utf8')}`);
  return { processor: user + system, wall };
}

export function inWords({ processor, wall }: Cost): string {
  return `${processor.toFixed(2)} s of processors, ${wall.toFixed(2)} s by the clock`;
}
