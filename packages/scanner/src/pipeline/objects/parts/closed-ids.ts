import type { IdTable } from '../../../git/id-table.ts';
import { isAmong, sizeOf } from '../../../git/id-table.ts';
import type { IdsByReason } from './part.ts';

/** Ids that are kept: five million of SHA-1 take 100 MB. */
const mostIds = 5_000_000;

/** How many times as many ids a table has to have to be worth keeping beside one that it holds. */
const littleMore = 1.05;

/** A repository in which everything was there that its objects refer to. */
export interface ClosedTable {
  readonly ids: IdTable;
  /** What of it was skipped, where all else is clean; absent where some of it has to be looked at again. */
  readonly skipped: IdsByReason | undefined;
}

/**
 * Remembers the ids of whole repositories. A fork has all of them and some more: of what its objects refer to, only that of the others is in question.
 */
export class ClosedIds {
  #tables: readonly ClosedTable[] = [];

  /** The largest table that is among some ids as a whole; an empty one where there is none. */
  among(ids: IdTable): ClosedTable {
    const fitting = this.#tables.filter(({ ids: table }) => table.idBytes === ids.idBytes && isAmong(table, ids));
    const none: ClosedTable = { ids: { ids: Buffer.alloc(0), idBytes: ids.idBytes }, skipped: new Map() };
    return fitting.reduce((largest, table) => (sizeOf(table.ids) > sizeOf(largest.ids) ? table : largest), none);
  }

  add(ids: IdTable, skipped: IdsByReason | undefined): void {
    // Whoever has little more is as well served by what is here: to look through a table of each fork would cost more than it saves.
    if (sizeOf(ids) <= littleMore * sizeOf(this.among(ids).ids)) return;
    const others = this.#tables.filter((table) => !table.ids.ids.equals(ids.ids));
    let left = mostIds - sizeOf(ids);
    // The last ones are the likeliest to be of use: forks come one after the other.
    this.#tables = [{ ids, skipped }, ...others.filter((table) => (left -= sizeOf(table.ids)) >= 0)];
  }
}
