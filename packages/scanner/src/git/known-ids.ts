import type { IdTable } from './id-table.ts';

/** The ids of all objects of a repository, to be looked up by several threads. Plain data in memory that they share. */
export interface KnownIds {
  readonly ids: Uint8Array<SharedArrayBuffer>;
  readonly idBytes: number;
  /** The first four bytes of each id as a number. */
  readonly heads: Uint32Array<SharedArrayBuffer>;
  /** For each number of two bytes how many ids begin with a lower one; then how many there are. */
  readonly starts: Uint32Array<SharedArrayBuffer>;
}

const buckets = 65_536;

export function knownIdsOf({ ids, idBytes }: IdTable): KnownIds {
  const count = ids.length / idBytes;
  const shared = new Uint8Array(new SharedArrayBuffer(ids.length));
  shared.set(ids);
  const heads = new Uint32Array(new SharedArrayBuffer(4 * count));
  const starts = new Uint32Array(new SharedArrayBuffer(4 * (buckets + 1)));
  for (let index = 0, bucket = 0; index < count; index++) {
    const head = ids.readUInt32BE(index * idBytes);
    heads[index] = head;
    while (bucket < head >>> 16) starts[++bucket] = index;
    if (index === count - 1) starts.fill(count, bucket + 1);
  }
  return { ids: shared, idBytes, heads, starts };
}

/** Whether an id that stands in bytes is one of them. */
export function knowsId({ ids, idBytes, heads, starts }: KnownIds, bytes: Uint8Array, at: number): boolean {
  const bucket = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
  const head = ((bucket << 16) | ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0)) >>> 0;
  let low = starts[bucket] ?? 0;
  let high = starts[bucket + 1] ?? 0;
  const end = high;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((heads[middle] ?? 0) < head) low = middle + 1;
    else high = middle;
  }
  for (; low < end && heads[low] === head; low++) if (isAt(ids, low * idBytes, idBytes, bytes, at)) return true;
  return false;
}

function isAt(ids: Uint8Array, start: number, idBytes: number, bytes: Uint8Array, at: number): boolean {
  for (let index = 4; index < idBytes; index++) if (ids[start + index] !== bytes[at + index]) return false;
  return true;
}
