import { resolve } from 'node:path';
import { dayOf } from '@submit-guard/core';
import type { ExitStatus, Looked, TerminalContext } from 'submit-guard/fleet';
import { acceptFindings, quotePath } from 'submit-guard/fleet';
import { updateFleetBaseline } from '../stores/fleet-baseline.ts';
import { openStore } from '../stores/open-store.ts';
import { findingsIn } from '../stores/report-of.ts';

export interface FleetBaselineOptions {
  readonly store: string;
  readonly baseline: string;
  readonly reason?: string;
  /** Last day on which the new entries count, `YYYY-MM-DD`. */
  readonly expires?: string;
  readonly prune?: boolean;
}

/**
 * `submit-guard fleet baseline`: accepts what a store has.
 *
 * @throws {FleetError} and `PolicyError` for what the person should mend.
 */
export async function runFleetBaseline({ store: word, baseline: file, ...options }: FleetBaselineOptions, context: TerminalContext): Promise<ExitStatus> {
  const { cwd } = context;
  const place = { path: resolve(cwd, file), name: quotePath(file), explicit: true };
  const look = async (): Promise<Looked> => {
    const store = await openStore({ word, cwd, writes: false });
    try {
      const fleet = await findingsIn(store);
      const { findings, coverage } = fleet.report;
      return { found: findings.length, unread: coverage.unread, update: (before, change) => updateFleetBaseline(fleet, before, change, place.name, dayOf(new Date())) };
    } finally {
      await store.close();
    }
  };
  return acceptFindings(look, { ...options, place, root: cwd }, context);
}
