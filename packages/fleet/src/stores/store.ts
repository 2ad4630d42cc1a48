import type { Report } from '@submit-guard/core';
import type { IdsByReason } from 'submit-guard/fleet';
import type { Settled } from '../jobs/job.ts';
import type { Target } from '../targets/target.ts';

/** A scan of a fleet. Plain data. */
export interface ScanRecord {
  readonly id: string;
  /** Stands for what decides what is reported; see `PartsScanner.reportKey`. */
  readonly policy: string;
  /** ISO 8601. */
  readonly startedAt: string;
  readonly finishedAt?: string;
}

export type RepositoryState = 'waiting' | 'done' | 'failed';

/** How far a repository is. */
export interface RepositoryRecord {
  readonly target: Target;
  readonly state: RepositoryState;
  /** Why it failed, as the end of a sentence. */
  readonly reason: string | undefined;
  /** ISO 8601. */
  readonly finishedAt: string | undefined;
  /** Bytes that were read. */
  readonly bytes: number;
  readonly objects: number;
  readonly knownClean: number;
  readonly findings: number;
}

/** Where the state of a fleet and its findings are kept. One process writes at a time, any number may read. */
export interface Store {
  /** The last scan, finished or not. */
  scan(): Promise<ScanRecord | undefined>;
  /** Begins a scan: every target waits. What earlier scans said of other repositories is dropped. */
  begin(scan: ScanRecord, targets: readonly Target[]): Promise<void>;
  finish(scan: ScanRecord): Promise<void>;
  repositories(): Promise<readonly RepositoryRecord[]>;
  /** Takes what some repositories came to, all of it or nothing; said twice, it is there once. */
  take(settled: readonly Settled[]): Promise<void>;
  /** Ids of objects that need not be read, as far as they are kept for a policy. */
  clean(policy: string): Promise<readonly IdsByReason[]>;
  keepClean(policy: string, ids: IdsByReason): Promise<void>;
  /** All there is, as any reporter takes it. What was not scanned counts as unread. */
  report(): Promise<Report>;
  close(): Promise<void>;
}
