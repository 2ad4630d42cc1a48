import type { IdTable } from '../../../git/id-table.ts';
import { sizeOf, without } from '../../../git/id-table.ts';

/** Ids that are kept: five million of SHA-1 take 100 MB. */
const mostIds = 5_000_000;

/**
 * Remembers the ids of repositories in which everything was there that their objects refer to. A fork has all of them and some more: of what its
 * objects refer to, only that of the others is in question.
 */
export class ClosedIds {
  #tables: readonly IdTable[] = [];

  /** The largest table that is among some ids as a whole; an empty one where there is none. */
  among(ids: IdTable): IdTable {
    const fitting = this.#tables.filter((table) => table.idBytes === ids.idBytes && sizeOf(table) <= sizeOf(ids) && sizeOf(without(table, [ids])) === 0);
    return fitting.reduce((largest, table) => (sizeOf(table) > sizeOf(largest) ? table : largest), { ids: Buffer.alloc(0), idBytes: ids.idBytes });
  }

  add(ids: IdTable): void {
    const others = this.#tables.filter((table) => !table.ids.equals(ids.ids));
    let left = mostIds - sizeOf(ids);
    // The last ones are the likeliest to be of use: forks come one after the other.
    this.#tables = [ids, ...others.filter((table) => (left -= sizeOf(table)) >= 0)];
  }
}
