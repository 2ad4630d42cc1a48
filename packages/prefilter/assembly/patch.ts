import { beginSearch, foundGroups } from './matching';
import { searchSamplers } from './sampler';
import { searchTeddy } from './teddy';
import { searchTokens } from './tokens';
import { beginCopies, extendCopy, noteCopy } from './trees';

/** Bytes from which on copying in bulk is worth a call. */
const BULK: u32 = 512;

/** The stretch of the target that is to be searched next; nothing is while its end is 0. */
let start: u32 = 0;
let end: u32 = 0;
let found: u32 = 0;
let wanted: u32 = 0;

/** Searches what stands in [from, to), as soon as it is known what follows. */
@inline function note(from: u32, to: u32): void {
  if (from <= end) {
    end = to;
    return;
  }
  searchStretch();
  start = from;
  end = to;
}

function searchStretch(): void {
  if (!end || !(wanted & ~found)) return;
  beginSearch(start, end, found, wanted, 0, 0, 0);
  searchTeddy();
  searchSamplers();
  searchTokens();
  found = foundGroups();
}

/** Copies bytes; up to 15 more are overwritten. */
@inline function copy(target: u32, source: u32, size: u32): void {
  if (size >= BULK) {
    memory.copy(target, source, size);
    return;
  }
  for (let done: u32 = 0; done < size; done += 16) v128.store(target + done, v128.load(source + done));
}

/**
 * Makes an object of its base and a delta (gitformat-pack(5), "Deltified representation"), and searches what is new in it: the bytes that
 * the delta inserts, and those around each border between two parts, so far as a literal may reach. All else stands in the base as it does here.
 *
 * @param delta - the instructions, behind both sizes; up to `deltaEnd`.
 * @param target - room for the object, behind which 16 bytes more may be overwritten.
 * @param overlap - one less than the longest literal or token.
 * @param already - groups that are in the base.
 * @param groups - that are searched for.
 * @param copies - room for the copies that it is made of; see `trees.ts`.
 * @returns groups that are in the base or in what is new; -1 where the delta does not fit. As with `search`, groups may be missing that would not
 *   change the answer.
 */
export function patch(base: u32, baseEnd: u32, delta: u32, deltaEnd: u32, target: u32, targetEnd: u32, overlap: u32, already: u32, groups: u32, copies: u32): f64 {
  beginCopies(copies);
  start = 0;
  end = 0;
  found = already;
  wanted = groups;
  const baseSize = baseEnd - base;
  let out = target;
  /** Where in the base a copy goes on with what was copied last. */
  let next: u32 = 0;
  let isCopied = false;
  while (delta < deltaEnd) {
    const code: u32 = load<u8>(delta++);
    const from = out - target < overlap ? target : out - overlap;
    if (!(code & 0x80)) {
      if (!code || code > deltaEnd - delta || code > targetEnd - out) return -1;
      copy(out, delta, code);
      delta += code;
      out += code;
      note(from, out + overlap);
      isCopied = false;
      continue;
    }
    let offset: u32 = 0;
    let size: u32 = 0;
    if (code & 0x01) offset = load<u8>(delta++);
    if (code & 0x02) offset |= <u32>load<u8>(delta++) << 8;
    if (code & 0x04) offset |= <u32>load<u8>(delta++) << 16;
    if (code & 0x08) offset |= <u32>load<u8>(delta++) << 24;
    if (code & 0x10) size = load<u8>(delta++);
    if (code & 0x20) size |= <u32>load<u8>(delta++) << 8;
    if (code & 0x40) size |= <u32>load<u8>(delta++) << 16;
    if (!size) size = 0x10000;
    if (delta > deltaEnd || offset > baseSize || size > baseSize - offset || size > targetEnd - out) return -1;
    copy(out, base + offset, size);
    const goesOn = isCopied && offset == next;
    if (isCopied && !goesOn) note(from, out + overlap);
    if (goesOn) extendCopy(out + size);
    else noteCopy(out, out + size);
    out += size;
    next = offset + size;
    isCopied = true;
  }
  if (out != targetEnd) return -1;
  if (end > targetEnd) end = targetEnd;
  searchStretch();
  return <f64>found;
}
