import { lineFeed } from '../characters/codes.ts';
import { latin1 } from '../characters/latin1.ts';
import type { KnownFingerprints } from '../detectors/detector-options.ts';
import type { Occurrences } from '../detectors/prefilter-plan.ts';
import type { Range } from '../evidence/evidence.ts';
import { endsEscape, longestEscape } from './fingerprinted-in.ts';

/** Bytes around a run of key characters: what tells that it is one, and characters that are cut off where a place begins or ends within them. */
const context = 64;

/**
 * Tells where in a blob a key that is known by fingerprint may stand, from the stretches that have its tag: tags have 32 bits, so
 * that a gigabyte holds many by chance.
 */
export function fingerprintPlaces(known: KnownFingerprints): (bytes: Uint8Array, found: Occurrences) => readonly Range[] {
  const encoded = new Set([...known.lengths].flatMap(encodedLengths));
  return (bytes, { count, offsets, values }) => {
    const places: { start: number; end: number }[] = [];
    for (let index = 0; index < count; index++) {
      const start = offsets[index] ?? 0;
      const length = values[index] ?? 0;
      const end = start + length;
      const last = places.at(-1);
      if (last !== undefined && end + context <= last.end) continue;
      if (known.lengths.has(length) && !encoded.has(length) && !(standsAlone(bytes, start, end) && known.mayBe(latin1(bytes, start, end)))) continue;
      const around = runAround(bytes, start, end);
      if (last !== undefined && around.start <= last.end) last.end = Math.max(last.end, around.end);
      else places.push(around);
    }
    return places;
  };
}

/** Bytes of a key of so many bytes in base64, at any place in a group of four, in hexadecimal and in UTF-16. */
function encodedLengths(length: number): readonly number[] {
  const base64 = Math.floor((length * 4) / 3);
  return [base64, base64 + 1, base64 + 2, 2 * length - 1, 2 * length];
}

/** Whether a stretch is not a part of a longer word; see `fingerprintedIn`. */
function standsAlone(bytes: Uint8Array, start: number, end: number): boolean {
  return !isAlphanumeric(bytes[end]) && (!isAlphanumeric(bytes[start - 1]) || endsEscape.test(latin1(bytes, Math.max(0, start - longestEscape), start)));
}

/** Bytes within which a place is moved to the ends of its lines: part of a line might look like one of base64 that is wrapped. */
const longestLine = 4096;

/** The run that a decoder would take as a whole, with a little of what stands around it, from line to line where lines are short. */
function runAround(bytes: Uint8Array, start: number, end: number): { start: number; end: number } {
  let from = start;
  while (from > 0 && isOfRun(bytes[from - 1])) from--;
  let to = end;
  while (to < bytes.length && isOfRun(bytes[to])) to++;
  const first = Math.max(0, from - context);
  const last = Math.min(bytes.length, to + context);
  const since = Math.max(0, first - longestLine);
  const before = bytes.subarray(since, first).lastIndexOf(lineFeed);
  const behind = bytes.subarray(last, last + longestLine).indexOf(lineFeed);
  const until = last + longestLine < bytes.length ? last : bytes.length;
  return { start: before === -1 ? (since === 0 ? 0 : first) : since + before + 1, end: behind === -1 ? until : last + behind + 1 };
}

function isAlphanumeric(byte = 0): boolean {
  const lower = byte | 0x20;
  return (byte >= 0x30 && byte <= 0x39) || (lower >= 0x61 && lower <= 0x7a);
}

/** Letters, digits and the signs of keys and their encodings, zero bytes of UTF-16 included. */
function isOfRun(byte = 0): boolean {
  return isAlphanumeric(byte) || byte === 0 || (byte >= 0x2d && byte <= 0x2f) || byte === 0x2b || byte === 0x3d || byte === 0x5f || byte === 0x7e;
}
