import { createReadStream, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Writable } from 'node:stream';
import { countFindings, executionOf } from './contestant.ts';
import type { Contestant } from './contestant.ts';
import { measureLoad } from './machine.ts';
import type { Load } from './machine.ts';
import { runOnce } from './run-once.ts';
import type { Run } from './run-once.ts';

/** No run may take longer. Seconds. */
const limit = 600;

/** Who takes longer runs less often: seconds, and runs. */
const patience = [[180, 1], [60, 3]] as const;

/** All runs of a contestant on one piece of work. */
export interface Series {
  readonly contestant: Contestant;
  readonly runs: readonly Run[];
  /** Of the first run; `undefined` where there are too many to count. */
  readonly findings: number | undefined;
  /** Why there is no figure, if there is none. */
  readonly fault: string | undefined;
}

/** Reads everything once, so that nobody waits for the disk. */
export async function warm(target: string): Promise<void> {
  if (!statSync(target).isDirectory()) {
    await pipeline(createReadStream(target), new Writable({ write: (_chunk, _encoding, done) => done() }));
    return;
  }
  for (const entry of readdirSync(target, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) readFileSync(join(entry.parentPath, entry.name));
  }
}

function runsFor(seconds: number, rounds: number): number {
  const most = patience.find(([from]) => seconds > from)?.[1] ?? rounds;
  return Math.min(most, rounds);
}

/**
 * Runs all contestants in turn, round after round: what changes on the machine meanwhile meets all of them.
 *
 * @param onRound - is told before each round how busy the machine is.
 */
export async function runInTurn(
  contestants: readonly Contestant[],
  target: string,
  rounds: number,
  onRound: (round: number, load: Load) => void,
  onRun: (contestant: Contestant, run: Run) => void,
): Promise<{ readonly series: readonly Series[]; readonly loads: readonly Load[] }> {
  const series = contestants.map((contestant) => ({ contestant, runs: [] as Run[], findings: undefined as number | undefined, fault: undefined as string | undefined }));
  const loads: Load[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    const running = series.filter(({ runs, fault }) => fault === undefined && round <= runsFor(runs[0]?.seconds ?? 0, rounds));
    if (running.length === 0) break;
    const load = await measureLoad();
    loads.push(load);
    onRound(round, load);
    for (const entry of running) {
      const run = await runOnce(executionOf(entry.contestant, target, limit));
      onRun(entry.contestant, run);
      if (run.status === null && run.seconds >= limit) entry.fault = `it took more than ${limit / 60} minutes`;
      else if (run.status === null || !entry.contestant.setting.statuses.includes(run.status)) {
        entry.fault = `it ended with status ${run.status ?? 'none'}: ${run.said.split('\n').at(-1) ?? ''}`;
      } else {
        if (round === 1) entry.findings = countFindings(entry.contestant);
        entry.runs.push(run);
      }
    }
  }
  return { series, loads };
}
