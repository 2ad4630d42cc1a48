import { headOfSurface, longestStretch, stretchOverlap, suppressionMarker } from '@submit-guard/core';
import type { Surface } from '@submit-guard/rules';
import { hasByteOrderMark } from '../encodings/text-encoding.ts';
import type { TextEncoding } from '../encodings/text-encoding.ts';
import { createDocumentFragment } from '../readers/document-fragment.ts';
import { readerFor } from '../readers/index.ts';
import { headLength } from '../readers/reader.ts';
import { createStringsFragment } from '../readers/strings-fragment.ts';
import type { Engine, Place } from './engine.ts';
import { loadedText } from './loaded-text.ts';
import type { FragmentOutcome } from './scan-fragment.ts';
import { nothing, scanFragment } from './scan-fragment.ts';

/** What one blob comes to. */
export interface BlobOutcome extends FragmentOutcome {
  /** Why the blob counts as skipped, where nobody could look into what its bytes stand for. */
  readonly skipped?: string;
}

/** Finds what is to be reported of a blob that is in memory as a whole. */
export function scanBytes(engine: Engine, bytes: Uint8Array, place: Place): BlobOutcome {
  engine.search.memory(bytes.length).set(bytes);
  return scanLoaded(engine, bytes.length, place);
}

/**
 * Finds what is to be reported of a blob that stands in the memory of the engine's search.
 *
 * @param length - bytes of the blob.
 */
export function scanLoaded(engine: Engine, length: number, place: Place): BlobOutcome {
  const bytes = engine.search.memory(0).subarray(0, Math.min(length, headLength));
  const { encoding, opaque } = readerFor({ bytes, path: place.name });
  const start = hasByteOrderMark(encoding, bytes) ? encoding.byteOrderMark.length : 0;
  const loaded = loadedText(engine.search, encoding, start, length);
  if (!loaded.signs.candidates && !loaded.signs.suppressions) return opaque === undefined ? nothing : { ...nothing, skipped: opaque };
  if (opaque === undefined && encoding.showsAscii && length - start > mostAtOnce && holdsNothing(engine, encoding, start, length)) return nothing;
  const text = loaded.text();
  const surface = surfaceQuestion(engine, place, () => text.slice(0, headOfSurface));
  const fragment = opaque === undefined ? createDocumentFragment(text, place.name) : createStringsFragment(text);
  return scanFragment(engine, fragment, { ...place, surface }, loaded);
}

/** Bytes that the detector reads as one. */
const mostAtOnce = longestStretch + stretchOverlap;

/** Bytes within which there is a border between characters. */
const slack = 8;

/**
 * Whether nothing is to be reported of a long text: told from the few stretches of it that have signs, without decoding the rest.
 * Bundles and maps of many megabytes mention nearly everything somewhere.
 */
function holdsNothing({ search, detector }: Engine, encoding: TextEncoding, start: number, end: number): boolean {
  if (search.memory(0).subarray(start, end).includes(suppressionMarker)) return false;
  for (let at = start; at < end; at += longestStretch) {
    const to = Math.min(end, at + mostAtOnce);
    if (!search.signsIn(at, to).candidates) continue;
    const bytes = search.memory(0).subarray(at, to);
    const text = encoding.decode(bytes.subarray(encoding.align(bytes, 0), to === end ? bytes.length : encoding.align(bytes, bytes.length - slack)));
    if (detector.detect(text, () => true).length > 0) return false;
  }
  return true;
}

/** Asks what a place is when that matters for the first time, and keeps the answer. */
export function surfaceQuestion(engine: Engine, place: Place, head: () => string): () => Surface {
  let surface: Surface | undefined;
  return () => (surface ??= engine.surfaceOf(place, head()));
}
