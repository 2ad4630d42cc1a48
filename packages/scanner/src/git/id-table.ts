import { createHash } from 'node:crypto';

/** Ids of one length, in ascending order, one behind the other. */
export interface IdTable {
  readonly ids: Buffer;
  /** Bytes of an id. */
  readonly idBytes: number;
}

/** A digest of a table. */
export function digestOf({ ids }: IdTable): string {
  return createHash('sha256').update(ids).digest('hex');
}

/** Value of each hexadecimal digit, by its character code. */
const digits = Uint8Array.from({ length: 256 }, (_, code) => Math.max(0, '0123456789abcdef'.indexOf(String.fromCharCode(code))));

/** Makes a table of the ids that stand in lines, in ascending order. Loops, as half a million lines would take half a second otherwise. */
export class IdLineReader {
  readonly #idBytes: number;
  readonly #lineLength: number;
  #ids = Buffer.alloc(65_536);
  #length = 0;
  /** A line whose end is still to come. */
  #rest = Buffer.alloc(0);

  /** @param idBytes - bytes of an id. */
  constructor(idBytes: number) {
    this.#idBytes = idBytes;
    this.#lineLength = 2 * idBytes + 1;
  }

  /** @param text - the next part of the lines, each an id in hexadecimal digits and a line feed. */
  read(text: Buffer): void {
    this.#grow(this.#length + (this.#rest.length + text.length) / 2);
    const missing = this.#rest.length === 0 ? 0 : this.#lineLength - this.#rest.length;
    if (missing > 0) this.#readLines(Buffer.concat([this.#rest, text.subarray(0, missing)]));
    if (missing <= text.length) this.#readLines(text.subarray(missing));
  }

  /** Reads the lines that are whole, and keeps what follows them. */
  #readLines(text: Buffer): void {
    const ids = this.#ids;
    const idBytes = this.#idBytes;
    let length = this.#length;
    let at = 0;
    for (; at + this.#lineLength <= text.length; at++) {
      for (let index = 0; index < idBytes; index++, at += 2) ids[length++] = ((digits[text[at] ?? 0] ?? 0) << 4) | (digits[text[at + 1] ?? 0] ?? 0);
    }
    this.#length = length;
    this.#rest = Buffer.from(text.subarray(at));
  }

  get table(): IdTable {
    return { ids: this.#ids.subarray(0, this.#length), idBytes: this.#idBytes };
  }

  #grow(length: number): void {
    if (length <= this.#ids.length) return;
    const larger = Buffer.alloc(Math.max(length, 2 * this.#ids.length));
    this.#ids.copy(larger);
    this.#ids = larger;
  }
}

/** Number of ids in a table. */
export function sizeOf({ ids, idBytes }: IdTable): number {
  return ids.length / idBytes;
}

/** Compares two ids, byte by byte: nearly always the first ones tell, and a call of `Buffer.compare` would cost more than all of it. */
function compareIds(one: Uint8Array, oneAt: number, other: Uint8Array, otherAt: number, idBytes: number): number {
  for (let index = 0; index < idBytes; index++) {
    const order = (one[oneAt + index] ?? 0) - (other[otherAt + index] ?? 0);
    if (order !== 0) return order;
  }
  return 0;
}

/** Whether ids stand in ascending order, each once. */
export function isAscending(ids: Uint8Array, idBytes: number): boolean {
  for (let at = idBytes; at < ids.length; at += idBytes) if (compareIds(ids, at, ids, at - idBytes, idBytes) <= 0) return false;
  return true;
}

/** The number of an id (bytes) in a table; -1 where it is not there. */
export function placeOfId({ ids, idBytes }: IdTable, id: Uint8Array): number {
  let low = 0;
  let high = ids.length / idBytes;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const order = compareIds(ids, middle * idBytes, id, 0, idBytes);
    if (order === 0) return middle;
    if (order < 0) low = middle + 1;
    else high = middle;
  }
  return -1;
}

/** Whether an id (bytes) is in a table. */
export function holdsId(table: IdTable, id: Uint8Array): boolean {
  return placeOfId(table, id) !== -1;
}

/** Whether all ids of a table are in another one. */
export function isAmong({ ids, idBytes }: IdTable, { ids: others }: IdTable): boolean {
  if (ids.length >= others.length) return ids.equals(others);
  let place = 0;
  for (let at = 0; at < ids.length; at += idBytes, place += idBytes) {
    let order = 1;
    while (place < others.length && (order = compareIds(ids, at, others, place, idBytes)) > 0) place += idBytes;
    if (order !== 0) return false;
  }
  return true;
}

/** The ids of a table that are in none of the others. Both are walked once. */
export function without({ ids, idBytes }: IdTable, others: readonly IdTable[]): IdTable {
  if (others.some((other) => other.ids.equals(ids))) return { ids: Buffer.alloc(0), idBytes };
  const kept: Buffer[] = [];
  const places = others.map(() => 0);
  let from = 0;
  for (let at = 0; at < ids.length; at += idBytes) {
    let isKnown = false;
    for (const [index, other] of others.entries()) {
      let place = places[index] ?? 0;
      let order = 1;
      while (place < other.ids.length && (order = compareIds(ids, at, other.ids, place, idBytes)) > 0) place += idBytes;
      places[index] = place;
      if (place < other.ids.length && order === 0) isKnown = true;
    }
    if (!isKnown) continue;
    if (at > from) kept.push(ids.subarray(from, at));
    from = at + idBytes;
  }
  kept.push(ids.subarray(from));
  return { ids: Buffer.concat(kept), idBytes };
}

/** The ids that are in one table or in the other, each once. */
export function union(one: IdTable, other: IdTable): IdTable {
  if (one.ids.length === 0) return other;
  const { ids: added } = without(other, [one]);
  if (added.length === 0) return one;
  const { ids, idBytes } = one;
  const all = Buffer.allocUnsafe(ids.length + added.length);
  let from = 0;
  let length = 0;
  for (let at = 0; at < added.length; at += idBytes) {
    let end = from;
    while (end < ids.length && compareIds(ids, end, added, at, idBytes) < 0) end += idBytes;
    length += ids.copy(all, length, from, end);
    length += added.copy(all, length, at, at + idBytes);
    from = end;
  }
  ids.copy(all, length, from);
  return { ids: all, idBytes };
}

/** A table of ids. @param ids - hexadecimal. */
export function tableOf(ids: Iterable<string>, idBytes: number): IdTable {
  return { ids: Buffer.from([...ids].sort().join(''), 'hex'), idBytes };
}

/** The ids of a table in hexadecimal. */
export function* idsIn({ ids, idBytes }: IdTable): Generator<string> {
  for (let at = 0; at < ids.length; at += idBytes) yield ids.toString('hex', at, at + idBytes);
}
