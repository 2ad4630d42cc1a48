import type { Finding, PlaceNote } from '@submit-guard/core';
import type { Run, RunOptions } from '../end-to-end/command-line.ts';
import { submitGuard } from '../end-to-end/command-line.ts';

export interface PageScan extends Run {
  readonly findings: readonly Finding[];
  readonly skipped: readonly PlaceNote[];
  readonly unread: readonly PlaceNote[];
}

/** Scans a page as a process does, and reads the report. */
export async function scanPage(address: string, options: readonly string[] = [], runOptions: RunOptions = {}): Promise<PageScan> {
  const run = await submitGuard(['scan', '--url', address, '--format', 'json', ...options], runOptions);
  const { findings, coverage } = JSON.parse(run.stdout) as { findings: Finding[]; coverage: { skipped: PlaceNote[]; unread: PlaceNote[] } };
  return { ...run, findings, skipped: coverage.skipped, unread: coverage.unread };
}

/** `path:line:column` of findings. */
export function placesOf(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ path, line, column }) => `${path}:${line}:${column}`);
}
