import type { CleanIds, IdsByReason, IdTable } from 'submit-guard/fleet';
import { sizeOf, union, without } from 'submit-guard/fleet';

/** Ids that are kept: 20 million of SHA-1 take 400 MB. */
const mostIds = 20_000_000;

/**
 * Ids of objects that need not be read, in memory, as sorted tables: of those with one reason, each is at least twice as long as the next, so that there
 * are few of them to look through. Where they become too many, the oldest are forgotten: what they name is read once more.
 */
export class CleanTables implements CleanIds {
  /** Oldest first. */
  #tables: { readonly reason: string; readonly table: IdTable }[] = [];
  readonly #onAdd: (ids: IdsByReason) => void;
  readonly #most: number;

  /** @param onAdd - told what is new. */
  constructor(onAdd: (ids: IdsByReason) => void = () => undefined, most = mostIds) {
    this.#onAdd = onAdd;
    this.#most = most;
  }

  async among(ids: IdTable): Promise<IdsByReason> {
    const known = new Map<string, IdTable>();
    for (const { reason, table } of this.#tables) {
      if (table.idBytes !== ids.idBytes) continue;
      const common = without(ids, [without(ids, [table])]);
      const before = known.get(reason);
      if (sizeOf(common) > 0) known.set(reason, before === undefined ? common : union(before, common));
    }
    return known;
  }

  async add(ids: IdsByReason): Promise<void> {
    const added = new Map<string, IdTable>();
    for (const [reason, table] of ids) {
      const own = without(table, this.#tables.filter((each) => each.table.idBytes === table.idBytes).map((each) => each.table));
      if (sizeOf(own) > 0) added.set(reason, own);
    }
    if (added.size === 0) return;
    this.restore(added);
    this.#onAdd(added);
  }

  /** Takes what an earlier run has kept. */
  restore(ids: IdsByReason): void {
    for (const [reason, table] of ids) this.#take(reason, table);
  }

  #take(reason: string, ids: IdTable): void {
    let table = ids;
    for (;;) {
      const last = this.#tables.findLastIndex((each) => each.reason === reason && each.table.idBytes === ids.idBytes);
      const before = this.#tables[last]?.table;
      // A table that is half of what is kept grows no further: it would be forgotten as a whole.
      if (before === undefined || sizeOf(before) >= 2 * sizeOf(table) || sizeOf(before) + sizeOf(table) > this.#most / 2) break;
      table = union(before, table);
      this.#tables.splice(last, 1);
    }
    this.#tables.push({ reason, table });
    let left = this.#most;
    this.#tables = this.#tables.toReversed().filter((each) => (left -= sizeOf(each.table)) >= 0).toReversed();
  }
}
