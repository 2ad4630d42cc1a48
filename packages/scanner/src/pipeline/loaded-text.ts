import type { Range } from '@submit-guard/core';
import type { TextEncoding } from '../encodings/text-encoding.ts';
import { utf8 } from '../encodings/utf-8.ts';
import type { PicturePlace } from '../readers/embedded-pictures.ts';
import type { BlobSearch, Signs } from './blob-search.ts';
import type { Engine } from './engine.ts';

/** A stretch of the memory of a search, and what it reads as. Valid until something else is read into that memory. */
export interface LoadedText {
  readonly signs: Signs;
  /** The texts of the places where alone a match may stand; absent where it may stand anywhere. */
  readonly places?: Iterable<string>;
  /** The text; decoded when it is first asked for. */
  text(): string;
  /** Where images may begin as base64, in offsets of {@link LoadedText.bytes}. */
  picturePlaces(): readonly PicturePlace[];
  /** The text in an encoding that shows ASCII as it is. */
  bytes(): Buffer;
  /** Whether a stretch of the text, in UTF-16 offsets, can hold a match. */
  mayMatch(stretch: Range): boolean;
  /**
   * What of the text, in UTF-16 offsets, stands within so many bytes of what speaks of Submit, from line to line where lines are short
   * enough; `undefined` where that is nearly everything or cannot be told.
   */
  stretchesNear(reach: number): readonly Range[] | undefined;
}

/**
 * Looks at bytes that stand in the memory of a search.
 *
 * @param start - offset of the first byte, behind a byte-order mark.
 * @param known - what the bytes say, where that is known.
 */
export function loadedText(search: BlobSearch, encoding: TextEncoding, start: number, end: number, known?: Signs): LoadedText {
  let decoded: string | undefined;
  const text = (): string => (decoded ??= encoding.decode(search.memory(0).subarray(start, end)));
  const searched = encoding.showsAscii ? { start, end } : appendUtf8(search, text(), end);
  const signs = (encoding.showsAscii ? known : undefined) ?? search.signsIn(searched.start, searched.end);
  let bytesOf: ((stretch: Range) => Range) | 'unknown' | undefined;
  return {
    signs,
    ...(signs.places !== undefined && { places: textsOf(search, encoding.showsAscii ? encoding : utf8, signs.places, searched.end) }),
    text,
    picturePlaces: () => (signs.pictures ? search.picturePlaces(searched.start, searched.end) : []),
    bytes: () => search.memory(0).subarray(searched.start, searched.end),
    mayMatch(stretch) {
      const whole = text();
      if (stretch.start === 0 && stretch.end === whole.length) return true;
      bytesOf ??= byteRanges(whole, searched.end - searched.start) ?? 'unknown';
      if (bytesOf === 'unknown') return true;
      const bytes = bytesOf(stretch);
      return search.signsIn(searched.start + bytes.start, searched.start + bytes.end).candidates;
    },
    stretchesNear(reach) {
      if (!encoding.showsAscii) return undefined;
      const places = search.placesNear(start, end, reach);
      return places && unitsOf(search, encoding, { start, end }, places, reach);
    },
  };
}

/**
 * Whether nothing is to be reported of a text. Where only some places of it are in doubt, the detector is asked about these: bundles
 * and maps of many megabytes mention nearly everything somewhere.
 *
 * @param isPlain - the detector will read this text itself, and not the strings of a program in it: only then its places tell.
 */
export function holdsNothing({ detector }: Pick<Engine, 'detector'>, { signs, places }: LoadedText, isPlain: boolean): boolean {
  if (signs.suppressions) return false;
  if (!signs.candidates) return true;
  if (places === undefined || !isPlain) return false;
  for (const text of places) if (detector.detect(text, { mayMatch: () => true }).length > 0) return false;
  return true;
}

/** Bytes within which there is a border between characters. */
const border = 8;

function* textsOf(search: BlobSearch, encoding: TextEncoding, places: readonly Range[], last: number): Generator<string> {
  for (const { start, end } of places) {
    const bytes = search.memory(0).subarray(start, end);
    const to = end === last ? bytes.length : encoding.align(bytes, Math.max(0, bytes.length - border));
    yield encoding.decode(bytes.subarray(encoding.align(bytes, 0), to));
  }
}

/**
 * Places in the memory of a search as ranges of what a stretch of it reads as; they begin and end between lines if there is a line end in the
 * outer half of their reach.
 */
function unitsOf(search: BlobSearch, encoding: TextEncoding, stretch: Range, places: readonly Range[], reach: number): readonly Range[] {
  const bytes = search.memory(0).subarray(0, stretch.end);
  let at = stretch.start;
  let units = 0;
  const unitsTo = (offset: number): number => {
    const from = at;
    units += encoding.lengthOf(bytes.subarray(from, offset), () => search.unitsIn(from, offset));
    at = offset;
    return units;
  };
  return places.map(({ start, end }) => {
    const from = start === stretch.start ? start : behindLineEnd(bytes, start, start + reach / 2) ?? encoding.align(bytes, start);
    const to = end === stretch.end ? end : behindLineEnd(bytes, end - reach / 2, end) ?? encoding.align(bytes, end);
    return { start: unitsTo(from), end: unitsTo(to) };
  });
}

const lineFeed = 0x0a;

/** The offset behind the first line end between two offsets. */
function behindLineEnd(bytes: Buffer, from: number, to: number): number | undefined {
  const lineEnd = bytes.indexOf(lineFeed, from);
  return lineEnd !== -1 && lineEnd < to ? lineEnd + 1 : undefined;
}

/** Where literals do not show in the bytes, they are looked for in the same text in UTF-8. */
function appendUtf8(search: BlobSearch, text: string, start: number): Range {
  const bytes = Buffer.from(text, 'utf8');
  bytes.copy(search.memory(start + bytes.length), start);
  return { start, end: start + bytes.length };
}

/** Bytes by which a place may be off where a stretch begins or ends between the halves of a character. */
const slack = 8;

/**
 * Tells where in its bytes a stretch of a text stands.
 *
 * @param length - number of the bytes.
 * @returns `undefined` where that cannot be told: in bytes that are no UTF-8, a character has one byte or two.
 */
function byteRanges(text: string, length: number): ((stretch: Range) => Range) | undefined {
  if (text.length === length) return (stretch) => stretch;
  if (Buffer.byteLength(text) !== length) return undefined;
  let known = { offset: 0, bytes: 0 };
  const bytesAt = (offset: number): number => {
    if (offset < known.offset) known = { offset: 0, bytes: 0 };
    known = { offset, bytes: known.bytes + Buffer.byteLength(text.slice(known.offset, offset)) };
    return known.bytes;
  };
  return ({ start, end }) => {
    const from = Math.max(0, bytesAt(start) - slack);
    return { start: from, end: Math.min(length, bytesAt(end) + slack) };
  };
}
