import type { Report } from '@submit-guard/core';
import { openStore } from './open-store.ts';

/**
 * What a store has, while a scan runs or after it.
 *
 * @param word - a file, or `postgres://...`.
 * @param cwd - absolute path of the working directory.
 * @throws {FleetError} where it cannot be read; `UsageError` where the word names none.
 */
export async function reportOf(word: string, cwd: string): Promise<Report> {
  const store = await openStore({ word, cwd, writes: false });
  try {
    return await store.report();
  } finally {
    await store.close();
  }
}
