import { COPIES_ROOM, TREE_IDS_ROOM } from '../src/images/image-layout';

const COPIES: u32 = COPIES_ROOM / 8;
const TREE_IDS: u32 = TREE_IDS_ROOM / 4;

/** The copies that the last object was patched together from: where each begins and ends, two words each. */
let copies: u32 = 0;
let copyCount: u32 = 0;

/** Begins with a new object. @param room - 8 bytes for each of `COPIES`. */
@inline export function beginCopies(room: u32): void {
  copies = room;
  copyCount = 0;
}

/** Takes note of a copy that does not go on with the one before. Of those for which there is no room, nobody will know that they are copies. */
@inline export function noteCopy(start: u32, end: u32): void {
  if (copyCount == COPIES) return;
  store<u32>(copies + (copyCount << 3), start);
  store<u32>(copies + (copyCount << 3), end, 4);
  copyCount++;
}

/** Takes note that the last copy goes on. */
@inline export function extendCopy(end: u32): void {
  if (copyCount && copyCount < COPIES) store<u32>(copies + ((copyCount - 1) << 3), end, 4);
}

/** The first NUL byte from `place` on, or `end`. */
@inline function nulAfter(place: u32, end: u32): u32 {
  const nul = i8x16.splat(0);
  for (; place < end; place += 16) {
    const found = i8x16.bitmask(i8x16.eq(v128.load(place), nul));
    if (found) return min<u32>(end, place + ctz(found));
  }
  return end;
}

const MODE: u32 = 6;
const DIGIT_ONE: u8 = 0x31;
const DIGIT_SIX: u8 = 0x36;
const SPACE: u8 = 0x20;

/** Whether the entry is a commit of another repository, a submodule: `16` and four more octal digits. */
@inline function isLink(entry: u32): bool {
  return load<u8>(entry) == DIGIT_ONE && load<u8>(entry, 1) == DIGIT_SIX && load<u8>(entry, MODE) == SPACE;
}

/**
 * Lists what a tree refers to: `<mode> <name>\0<id>` for each entry.
 *
 * @param isPatched - whether the tree is the object that was patched last. Entries that were copied from its base are left out then.
 * @param origin - addresses count from there.
 * @param room - gets the addresses of the ids, a word each, for up to `TREE_IDS`.
 * @returns their number; -1 where they are more, or this is no tree.
 */
export function treeIds(start: u32, end: u32, idBytes: u32, isPatched: bool, origin: u32, room: u32): i32 {
  let count: u32 = 0;
  let copy = copies;
  const lastCopy = isPatched ? copies + (copyCount << 3) : copies;
  for (let entry = start; entry < end;) {
    const id = nulAfter(entry, end) + 1;
    const next = id + idBytes;
    if (next > end) return -1;
    while (copy < lastCopy && load<u32>(copy, 4) <= entry) copy += 8;
    const isKnown = copy < lastCopy && load<u32>(copy) <= entry && next <= load<u32>(copy, 4);
    if (!isKnown && !isLink(entry)) {
      if (count == TREE_IDS) return -1;
      store<u32>(room + (count++ << 2), id - origin);
    }
    entry = next;
  }
  return count;
}
