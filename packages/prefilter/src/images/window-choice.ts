import type { ImageWriter } from './image-writer.ts';
import { RECORD_NEXT, RECORD_TAG } from './image-layout.ts';
import { maskOf, windowTagOf } from './hashing.ts';

/** Chains of records by the tag of their windows. */
export interface WindowChains {
  readonly image: ImageWriter;
  /** Address of the heads of the chains, and by how much to shift a tag right to get the number of its chain. */
  readonly heads: number;
  readonly shift: number;
}

/** Which stretch of a literal is its window, and the tag of it. */
export interface WindowChoice {
  readonly offset: number;
  readonly tag: number;
}

const mostSharing = 8;

/**
 * Chooses the window of a literal: at its end, in its middle or at its start, wherever it is shared with the fewest
 * other literals and then has the most different bytes. Keys of one kind often share their first characters, and a
 * window of `0000` or `====` would meet every padding.
 */
export function chooseWindow(bytes: Uint8Array, size: number, chains: WindowChains): WindowChoice {
  const [low, high] = maskOf(size);
  const last = bytes.length - size;
  let best: WindowChoice | undefined;
  let least = Infinity;
  for (let offset = last; offset >= 0; offset = offset === 0 ? -1 : offset === last ? last >> 1 : 0) {
    const tag = windowTagOf(bytes, offset, size, low, high);
    const cost = sharingOf(tag, chains) * 256 + samenessOf(bytes, offset, size);
    if (cost < least) {
      least = cost;
      best = { offset, tag };
    }
    // Good enough: not shared, and half of the bytes are different.
    if (cost <= size >> 1) break;
  }
  return best ?? { offset: 0, tag: windowTagOf(bytes, 0, size, low, high) };
}

/** How many windows have the tag already; at most {@link mostSharing} are counted. */
function sharingOf(tag: number, { image, heads, shift }: WindowChains): number {
  let sharing = 0;
  let record = image.getWord(heads + (tag >>> shift) * 4);
  while (record !== 0 && sharing < mostSharing) {
    if (image.getWord(record + RECORD_TAG) === tag) sharing++;
    record = image.getWord(record + RECORD_NEXT);
  }
  return sharing;
}

const lastSeen = new Int32Array(256);
let turn = 0;

/** How many of the bytes of a window occurred before in it. */
function samenessOf(bytes: Uint8Array, offset: number, size: number): number {
  turn++;
  let sameness = 0;
  for (let index = offset; index < offset + size; index++) {
    const byte = bytes[index] as number;
    if (lastSeen[byte] === turn) sameness++;
    lastSeen[byte] = turn;
  }
  return sameness;
}
