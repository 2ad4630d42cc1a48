import { RECORD_BYTES, RECORD_GROUP, RECORD_ID, RECORD_LENGTH } from '../src/images/image-layout';

/** Asks the caller whether the groups found so far decide the matter. */
@external("env", "enough")
declare function enough(found: u32): bool;

/** The input stands in [origin, limit). */
let origin: u32 = 0;
let limit: u32 = 0;
/** Groups that are still searched for. */
let alive: u32 = 0;
let found: u32 = 0;
/** Groups of which every hit is written down. */
let kept: u32 = 0;
/** Address of the next hit, and end of the room for hits. */
let hit: u32 = 0;
let hitEnd: u32 = 0;
let hitCount: u32 = 0;

@inline export function inputStart(): u32 { return origin; }
@inline export function inputEnd(): u32 { return limit; }
@inline export function aliveGroups(): u32 { return alive; }
@inline export function foundGroups(): u32 { return found; }
@inline export function hits(): u32 { return hitCount; }

/** Starts a search for the groups of `wanted`; those of `keeping` are searched for to the end, and all their hits written down. */
export function beginSearch(start: u32, end: u32, already: u32, wanted: u32, keeping: u32, room: u32, capacity: u32): void {
  origin = start;
  limit = end;
  found = already;
  alive = (wanted & ~already) | keeping;
  kept = keeping;
  hit = room;
  hitEnd = room + (capacity << 3);
  hitCount = 0;
}

/** Starts a collection of all hits of the groups of `wanted`. */
export function beginCollection(start: u32, end: u32, wanted: u32, room: u32, capacity: u32): void {
  // Nothing that is found is new, so that nothing ends the collection.
  beginSearch(start, end, wanted, wanted, wanted, room, capacity);
}

/** Takes note of a hit: `value` is the index of a literal, or the length of a token. */
export function take(group: u32, start: u32, value: u32): void {
  if (group & kept) {
    hitCount++;
    if (hit < hitEnd) {
      store<u32>(hit, <u32>(start - origin));
      store<u32>(hit, value, 4);
      hit += 8;
    }
    if (found & group) return;
  }
  found |= group;
  alive = enough(found) ? 0 : alive & ~(group & ~kept);
}

/** Takes note of the literal of `record` if it stands at `start`. */
export function matchRecord(record: u32, start: u32): void {
  const group = load<u32>(record, RECORD_GROUP);
  if (!(group & alive)) return;
  const lengthAndCase = load<u32>(record, RECORD_LENGTH);
  const length: u32 = lengthAndCase & 0x7fffffff;
  // `start` may lie before the input: as an unsigned number the distance is then huge.
  if (start < origin || start + length > limit) return;
  const bytes = record + RECORD_BYTES;
  const fold = lengthAndCase >> 31 ? bytes + ((length + 15) & ~15) : 0;
  for (let index: u32 = 0; index < length; index += 16) {
    let text = v128.load(start + index);
    if (fold) text = v128.or(text, v128.load(fold + index));
    const differing = ~i8x16.bitmask(i8x16.eq(text, v128.load(bytes + index)));
    const left = length - index;
    const relevant = left >= 16 ? 0xffff : (1 << left) - 1;
    if (differing & relevant) return;
  }
  take(group, start, load<u32>(record, RECORD_ID));
}
