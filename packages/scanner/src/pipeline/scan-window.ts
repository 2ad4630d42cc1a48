import { createTextFragment } from '@submit-guard/core';
import type { Range } from '@submit-guard/core';
import { hasByteOrderMark } from '../encodings/text-encoding.ts';
import type { TextEncoding } from '../encodings/text-encoding.ts';
import type { PicturePlace } from '../readers/embedded-pictures.ts';
import type { Reader } from '../readers/reader.ts';
import { createStringsFragment } from '../readers/strings-fragment.ts';
import type { BlobSearch } from './blob-search.ts';
import type { Engine } from './engine.ts';
import { holdsNothing, loadedText } from './loaded-text.ts';
import type { FragmentOutcome, FragmentPlace } from './scan-fragment.ts';
import { nothing, scanFragment } from './scan-fragment.ts';

/** A window of a long blob in the memory of a search: bytes from offset 0 on. */
export interface LoadedWindow {
  /** Bytes that are there, those around the window included. */
  readonly length: number;
  /** Offsets between which a window reports what begins there; they may lie within characters. */
  readonly own: Range;
  /** Bytes around what speaks of Submit within which something counts; see `WindowLayout.context`. */
  readonly reach: number;
  /** Nothing stands before the bytes that are there. */
  readonly isFirst: boolean;
  /** Nothing stands behind them; further windows may follow all the same. */
  readonly reachesEnd: boolean;
}

/** How far a stretch of text reaches. */
export interface Extent {
  readonly lineEnds: number;
  /** UTF-16 units behind the last line end, or all of them. */
  readonly units: number;
}

/** What a window comes to. Plain data that holds no key. */
export interface WindowOutcome {
  /** Lines and columns count from a place before the window: see {@link WindowOutcome.before}. */
  readonly outcome: FragmentOutcome;
  /** What reaches from that place to the window. */
  readonly before: Extent;
  /** Whether that place is the beginning of a line; if not, it stands in the line that the window begins in. */
  readonly beginsLine: boolean;
  readonly own: Extent;
  /** Bytes of the window. */
  readonly size: number;
  readonly hasSigns: boolean;
  /** Where images may begin as base64; offsets and lines count from the window. */
  readonly picturePlaces: readonly PicturePlace[];
}

/** Bytes within which every encoding has a border between characters. */
const slack = 8;

/**
 * Finds what is to be reported of a window. Evidence counts as far as it stands in the window or close to it. A window depends on
 * its own bytes only, so that windows can be scanned in any order; `joinWindows` makes one blob of them.
 */
export function scanWindow(engine: Engine, { encoding, opaque }: Reader, { length, own, reach, isFirst, reachesEnd }: LoadedWindow, place: FragmentPlace): WindowOutcome {
  const { search } = engine;
  const memory = search.memory(0).subarray(0, length);
  const mark = isFirst && hasByteOrderMark(encoding, memory) ? encoding.byteOrderMark.length : 0;
  const isLast = reachesEnd && own.end === length;
  const from = isFirst ? mark : encoding.align(memory, own.start);
  const to = isLast ? length : encoding.align(memory, own.end);
  const end = reachesEnd ? length : encoding.align(memory, length - slack);
  const first = isFirst ? mark : encoding.align(memory, 0);
  const line = isFirst ? 0 : encoding.afterFirstLineEnd(memory.subarray(first, from));
  const start = first + line;
  const measured = {
    before: extentOf(search, encoding, start, from),
    beginsLine: isFirst || line > 0,
    own: extentOf(search, encoding, from, to),
    size: own.end - own.start,
  };
  const unitsTo = (offset: number): number => encoding.lengthOf(search.memory(0).subarray(start, offset), () => search.unitsIn(start, offset));
  const loaded = loadedText(search, encoding, start, end);
  const picturePlaces = opaque === undefined && encoding.showsAscii && loaded.signs.pictures ? picturesAround(search, { start, end }, { start: from, end: to }, own.start) : [];
  if (holdsNothing(engine, loaded, opaque === undefined)) return { ...measured, picturePlaces, outcome: nothing, hasSigns: false };
  const text = loaded.text();
  const fragment = opaque === undefined ? createTextFragment(text) : createStringsFragment(text);
  const part = {
    owned: { start: unitsTo(from), end: isLast ? Infinity : unitsTo(to) },
    stretches: opaque === undefined ? loaded.stretchesNear(reach) : undefined,
  };
  // A few characters cut out of a text would keep all of it in memory.
  return { ...measured, picturePlaces, outcome: structuredClone(scanFragment(engine, fragment, place, loaded, part)), hasSigns: true };
}

/** Bytes across the border of a window in which the beginning of an image may lie. */
const border = 64;

/** @param origin - offset that the places of the result count from; their lines count from `own`. */
function picturesAround(search: BlobSearch, all: Range, own: Range, origin: number): readonly PicturePlace[] {
  const start = Math.max(all.start, own.start - border);
  const lines = search.lineEndsIn(start, own.start);
  return search.picturePlaces(start, Math.min(all.end, own.end + border)).map((place) => ({ start: start + place.start - origin, end: start + place.end - origin, line: place.line - lines }));
}

/** How far a stretch of the memory of a search reaches, between offsets between characters. */
export function extentOf(search: BlobSearch, encoding: TextEncoding, start: number, end: number): Extent {
  const bytes = search.memory(0).subarray(start, end);
  const line = encoding.afterLastLineEnd(bytes);
  return {
    lineEnds: encoding.countLineEnds?.(bytes) ?? search.lineEndsIn(start, end),
    units: encoding.lengthOf(bytes.subarray(line), () => search.unitsIn(start + line, end)),
  };
}
