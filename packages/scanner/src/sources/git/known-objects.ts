import type { IdTable } from '../../git/id-table.ts';
import { digestOf, sizeOf, tableOf, without } from '../../git/id-table.ts';

/** What an earlier run has found out about the objects of a repository. */
export interface KnownObjects {
  /** Objects in which nothing can be found. */
  readonly clean: IdTable;
  /** Objects that nobody could look into, by reason. */
  readonly skipped: ReadonlyMap<string, IdTable>;
  /** Digest of all objects that there were, and the ids of those that are in none of these tables. */
  readonly listing: string;
  readonly doubtful: readonly string[];
  /** Commits among them. */
  readonly commits: number;
  /** What refs named when all that they lead to was followed, and what was missing of that. */
  readonly tips: readonly string[];
  readonly missing: readonly string[];
}

/** What a repository has, compared with what is known. */
export interface News {
  /** Objects that are to be read; absent where these are all. */
  readonly unknown: IdTable | undefined;
  /** Whether nothing has vanished that was known. */
  readonly isAllThere: boolean;
  /** Whether there are just the objects that there were. */
  readonly isSame: boolean;
}

/** Finds out what is new, and whether what was known is still there. */
export function newsOf(ids: IdTable, known: KnownObjects | undefined): News {
  if (known === undefined) return { unknown: undefined, isAllThere: false, isSame: false };
  if (digestOf(ids) === known.listing) return { unknown: tableOf(known.doubtful, ids.idBytes), isAllThere: true, isSame: true };
  const tables = [known.clean, ...known.skipped.values()];
  return { unknown: without(ids, tables), isAllThere: tables.every((table) => sizeOf(without(table, [ids])) === 0), isSame: false };
}
