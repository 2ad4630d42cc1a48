import type { CleanIds, IdTable } from 'submit-guard/fleet';
import { sizeOf, union, without } from 'submit-guard/fleet';

/** Ids that are kept: 20 million of SHA-1 take 400 MB. */
const mostIds = 20_000_000;

/**
 * Ids of clean objects in memory, as sorted tables: each is at least twice as long as the next, so that there are few of them to look through.
 * Where they become too many, the oldest are forgotten: what they name is read once more.
 */
export class CleanTables implements CleanIds {
  /** By the length of an id. */
  readonly #tables = new Map<number, IdTable[]>();
  readonly #onAdd: (ids: IdTable) => void;
  readonly #most: number;

  /** @param onAdd - told what is new. */
  constructor(onAdd: (ids: IdTable) => void = () => undefined, most = mostIds) {
    this.#onAdd = onAdd;
    this.#most = most;
  }

  async cleanAmong(ids: IdTable): Promise<IdTable> {
    return without(ids, [without(ids, this.#tables.get(ids.idBytes) ?? [])]);
  }

  async add(ids: IdTable): Promise<void> {
    const tables = this.#tables.get(ids.idBytes) ?? [];
    const added = without(ids, tables);
    if (sizeOf(added) === 0) return;
    this.#take(tables, added);
    this.#onAdd(added);
  }

  /** Takes what an earlier run has kept. */
  restore(ids: IdTable): void {
    this.#take(this.#tables.get(ids.idBytes) ?? [], ids);
  }

  #take(tables: IdTable[], ids: IdTable): void {
    let last = ids;
    for (let before = tables.at(-1); before !== undefined && isMerged(before, last, this.#most); before = tables.at(-1)) {
      last = union(before, last);
      tables.pop();
    }
    tables.push(last);
    while (tables.length > 1 && tables.reduce((sum, table) => sum + sizeOf(table), 0) > this.#most) tables.shift();
    this.#tables.set(ids.idBytes, tables);
  }
}

/** A table that is half of what is kept grows no further: it would be forgotten as a whole. */
function isMerged(before: IdTable, last: IdTable, most: number): boolean {
  return sizeOf(before) < 2 * sizeOf(last) && sizeOf(before) + sizeOf(last) <= most / 2;
}
