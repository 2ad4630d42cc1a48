import { resolve } from 'node:path';
import { UsageError } from 'submit-guard/fleet';
import { SqlStore } from './sql-store.ts';
import type { Store } from './store.ts';

export interface StoreQuery {
  /** A file, or `postgres://...`. */
  readonly word: string;
  /** Absolute path of the working directory. */
  readonly cwd: string;
  readonly writes: boolean;
}

/**
 * Opens a store. The driver is loaded when it is needed.
 *
 * @throws {FleetError} where it cannot be opened; `UsageError` where the word names none.
 */
export async function openStore({ word, cwd, writes }: StoreQuery): Promise<Store> {
  if (word === '') throw new UsageError('--store is empty. Perhaps a variable has no value.');
  if (/^postgres(?:ql)?:\/\//.test(word)) {
    const { openPostgres } = await import('./postgres-connection.ts');
    return SqlStore.open(await openPostgres(word, writes), writes);
  }
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(word)) throw new UsageError('--store takes a file or postgres://user@host/database.');
  const { openSqlite } = await import('./sqlite-connection.ts');
  return SqlStore.open(openSqlite(resolve(cwd, word), word, writes), writes);
}
