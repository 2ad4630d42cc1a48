import type { Report } from '@submit-guard/core';
import { dayOf } from '@submit-guard/core';
import { quotePath } from 'submit-guard/fleet';
import type { FleetFindings } from './fleet-baseline.ts';
import { loadFleetBaseline, withBaseline } from './fleet-baseline.ts';
import { openStore } from './open-store.ts';
import type { Store } from './store.ts';

/**
 * What a store has, while a scan runs or after it.
 *
 * @param word - a file, or `postgres://...`.
 * @param cwd - absolute path of the working directory.
 * @param baseline - path of a baseline, relative to `cwd`.
 * @throws {FleetError} where it cannot be read; `UsageError` where the word names none.
 */
export async function reportOf(word: string, cwd: string, baseline?: string): Promise<Report> {
  const store = await openStore({ word, cwd, writes: false });
  try {
    return await acceptedReport(store, cwd, baseline);
  } finally {
    await store.close();
  }
}

/** What a store has, but for what a baseline covers. */
export async function acceptedReport(store: Store, cwd: string, baseline: string | undefined): Promise<Report> {
  const entries = await loadFleetBaseline(baseline, cwd);
  return withBaseline(await findingsIn(store), entries, quotePath(baseline ?? ''), dayOf(new Date()));
}

export async function findingsIn(store: Store): Promise<FleetFindings> {
  return { report: await store.report(), repositories: (await store.repositories()).map(({ target }) => target.name) };
}
