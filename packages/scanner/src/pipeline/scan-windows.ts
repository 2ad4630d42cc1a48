import type { Origin } from '@submit-guard/core';
import { createTextFragment, headOfSurface } from '@submit-guard/core';
import type { Surface } from '@submit-guard/rules';
import { hasByteOrderMark } from '../encodings/text-encoding.ts';
import type { TextEncoding } from '../encodings/text-encoding.ts';
import { readerFor } from '../readers/index.ts';
import { createStringsFragment } from '../readers/strings-fragment.ts';
import type { Reader } from '../readers/reader.ts';
import { headLength } from '../readers/reader.ts';
import type { ByteReader, Window } from '../sources/windows.ts';
import { windowsOf } from '../sources/windows.ts';
import type { Engine, Place } from './engine.ts';
import type { BlobOutcome } from './scan-bytes.ts';
import { signsIn, surfaceQuestion } from './scan-bytes.ts';
import type { FragmentOutcome } from './scan-fragment.ts';
import { scanFragment } from './scan-fragment.ts';

export interface WindowScanOptions {
  /** Bytes of a window. */
  readonly size: number;
  /** Bytes that two windows share. */
  readonly overlap: number;
  /** @param start - bytes in front of the first line. */
  readonly places: (encoding: TextEncoding, start: number) => Places;
  /** Told, after each window, how many bytes have been looked at since the last time. */
  readonly onWindow: (bytes: number) => Promise<void>;
}

/** Knows lines and columns in a document that is read in windows. */
export interface Places {
  /** Line and column of an offset, in bytes, at which a window starts. Offsets are asked for in ascending order. */
  originAt(offset: number): Origin;
  /** Told of all bytes, in order, where they cannot be read again. */
  pass?(bytes: Buffer): void;
}

/**
 * Finds what is to be reported of a blob that is too long to be held in memory, window by window. Evidence counts as
 * far as it stands in the same window as the key.
 */
export async function scanWindows(engine: Engine, bytes: ByteReader, place: Place, options: WindowScanOptions): Promise<BlobOutcome> {
  const outcomes: FragmentOutcome[] = [];
  let chosen: { readonly reader: Reader; readonly places: Places; readonly surface: () => Surface } | undefined;
  let hasSigns = false;
  const choose = (first: Buffer): NonNullable<typeof chosen> => {
    const reader = readerFor({ bytes: first.subarray(0, headLength), path: place.name });
    // The first window is overwritten before anybody may ask.
    const head = reader.encoding.decode(first.subarray(0, headOfSurface));
    const start = hasByteOrderMark(reader.encoding, first) ? reader.encoding.byteOrderMark.length : 0;
    return { reader, places: options.places(reader.encoding, start), surface: surfaceQuestion(engine, place, () => head) };
  };
  const windows = windowsOf(bytes, { ...options, alignment: (first) => {
    const { encoding } = (chosen = choose(first)).reader;
    return (part, at) => encoding.align(part, at);
  } });
  for await (const window of windows) {
    const { reader, places, surface } = (chosen ??= choose(window.bytes));
    const part = partOf(window, reader);
    const signs = signsIn(engine.search, reader.encoding, part.bytes, part.text);
    if (signs.candidates || signs.suppressions) {
      hasSigns = true;
      const originOf = (): Origin => places.originAt(window.start + part.skipped);
      const fragment = reader.opaque === undefined ? createTextFragment(part.text(), { originOf }) : createStringsFragment(part.text(), originOf);
      outcomes.push(structuredClone(scanFragment(engine, fragment, { ...place, surface }, signs, part.owned())));
    }
    places.pass?.(window.bytes.subarray(part.skipped, window.nextStart - window.start));
    await options.onWindow(window.nextStart - window.start);
  }
  return {
    findings: outcomes.flatMap(({ findings }) => findings),
    suppressed: outcomes.reduce((sum, { suppressed }) => sum + suppressed, 0),
    notes: outcomes.flatMap(({ notes }) => notes),
    ...(!hasSigns && chosen?.reader.opaque !== undefined && { skipped: chosen.reader.opaque }),
  };
}

/** The text of a window, and which part of it is the window's own, in UTF-16 offsets. */
function partOf(window: Window, { encoding }: Reader): {
  readonly bytes: Buffer; readonly skipped: number; readonly text: () => string; readonly owned: () => { start: number; end: number };
} {
  const skipped = window.start === 0 && hasByteOrderMark(encoding, window.bytes) ? encoding.byteOrderMark.length : 0;
  const bytes = window.bytes.subarray(skipped);
  let decoded: string | undefined;
  const text = (): string => (decoded ??= encoding.decode(bytes));
  const from = Math.max(0, window.ownedFrom - window.start - skipped);
  const to = window.ownedTo - window.start - skipped;
  return {
    bytes,
    skipped,
    text,
    owned: () => ({
      start: encoding.decode(bytes.subarray(0, from)).length,
      end: to >= bytes.length ? Infinity : text().length - encoding.decode(bytes.subarray(to)).length,
    }),
  };
}
