import type { Absence } from '../measures/contestants.ts';
import type { Load, Machine } from '../measures/machine.ts';
import type { Run } from '../measures/run-once.ts';
import { median } from '../measures/statistics.ts';

/** A contestant on a piece of work. */
export interface Row {
  readonly name: string;
  readonly version: string;
  readonly rules: string;
  readonly command: string;
  readonly runs: readonly Run[];
  /** `null` where there are too many to count. */
  readonly findings: number | null;
  /** Why there is no figure, if there is none. */
  readonly fault: string | null;
}

export interface WorkResults {
  readonly id: string;
  readonly title: string;
  readonly files: number;
  readonly bytes: number;
  readonly planted: number;
  /** Before each round. */
  readonly loads: readonly Load[];
  readonly rows: readonly Row[];
}

export interface PeerResults {
  readonly name: string;
  readonly home: string;
  readonly version: string;
  /** How it was installed. */
  readonly way: string;
  readonly notes: readonly string[];
  /** What its settings made of a file with a key. */
  readonly probes: readonly { readonly rules: string; readonly finds: boolean; readonly fault: string | null }[];
}

/** All of one run of the benchmark: what the JSON file holds and the page is written from. */
export interface Results {
  /** ISO 8601. */
  readonly date: string;
  readonly machine: Machine;
  readonly runs: number;
  readonly scale: number;
  readonly peers: readonly PeerResults[];
  readonly absences: readonly Absence[];
  readonly works: readonly WorkResults[];
}

export const secondsOf = ({ runs }: Row): number => median(runs.map(({ seconds }) => seconds));

/** Bytes; `NaN` where it was not measured. The largest of all runs: a peak that happens seldom happens. */
export const peakOf = ({ runs }: Row): number => Math.max(...runs.map(({ peakBytes }) => peakBytes ?? Number.NaN));

export const cpuSecondsOf = ({ runs }: Row): number => median(runs.map(({ cpuSeconds }) => cpuSeconds ?? Number.NaN));

/** The row of a name and, if given, of rules; `undefined` where it has no figure. */
export function findRow(work: WorkResults | undefined, name: string, rules?: string): Row | undefined {
  return work?.rows.find((row) => row.name === name && (rules === undefined || row.rules === rules) && row.runs.length > 0);
}
