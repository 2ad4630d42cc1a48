import { headOfSurface } from '@submit-guard/core';
import type { Surface } from '@submit-guard/rules';
import { hasByteOrderMark } from '../encodings/text-encoding.ts';
import { createDocumentFragment } from '../readers/document-fragment.ts';
import type { PicturePlace } from '../readers/embedded-pictures.ts';
import { beginsPlainText, readerFor } from '../readers/index.ts';
import { headLength } from '../readers/reader.ts';
import { createStringsFragment } from '../readers/strings-fragment.ts';
import type { Signs } from './blob-search.ts';
import type { Engine, Place } from './engine.ts';
import type { LoadedText } from './loaded-text.ts';
import { holdsNothing, loadedText } from './loaded-text.ts';
import type { FoundPicture } from './pictures/found-pictures.ts';
import { foundInText } from './pictures/found-pictures.ts';
import type { FragmentOutcome } from './scan-fragment.ts';
import { nothing, scanFragment } from './scan-fragment.ts';

/** What one blob comes to. */
export interface BlobOutcome extends FragmentOutcome {
  /** Why the blob counts as skipped, where nobody could look into what its bytes stand for. */
  readonly skipped?: string;
  /** Images in it that are still to be read. */
  readonly pictures?: readonly FoundPicture[];
  /** Where images may stand in it that were not looked for, as it was read in parts. */
  readonly picturePlaces?: readonly PicturePlace[];
}

/** Finds what is to be reported of a blob that is in memory as a whole. */
export function scanBytes(engine: Engine, bytes: Uint8Array, place: Place): BlobOutcome {
  engine.search.memory(bytes.length).set(bytes);
  return scanLoaded(engine, bytes.length, place);
}

/**
 * Whether a blob that stands in the memory of the engine's search is plain text in which nothing can be found: a quick answer for most
 * blobs.
 *
 * @param signs - what all of its bytes say.
 * @param length - bytes of the blob.
 */
export function isPlainAndClean({ search }: Pick<Engine, 'search'>, signs: Signs, length: number): boolean {
  return !(signs.candidates || signs.suppressions || signs.pictures) && !search.holdsNul(Math.min(length, headLength)) && beginsPlainText(search.memory(0)[0] ?? -1);
}

/**
 * Finds what is to be reported of a blob that stands in the memory of the engine's search.
 *
 * @param length - bytes of the blob.
 * @param signs - what all of its bytes say, where that is known.
 */
export function scanLoaded(engine: Engine, length: number, place: Place, signs?: Signs): BlobOutcome {
  const bytes = engine.search.memory(0).subarray(0, Math.min(length, headLength));
  const { encoding, opaque } = readerFor({ bytes, path: place.name });
  const start = hasByteOrderMark(encoding, bytes) ? encoding.byteOrderMark.length : 0;
  const loaded = loadedText(engine.search, encoding, start, length, start === 0 ? signs : undefined);
  // What follows uses the memory for itself.
  const further = opaque === undefined && loaded.signs.pictures && { pictures: picturesIn(engine, loaded, place) };
  if (holdsNothing(engine, loaded, opaque === undefined)) return opaque === undefined ? { ...nothing, ...further } : { ...nothing, skipped: opaque };
  const text = loaded.text();
  const surface = surfaceQuestion(engine, place, () => text.slice(0, headOfSurface));
  const fragment = opaque === undefined ? createDocumentFragment(text, place.name) : createStringsFragment(text);
  return { ...scanFragment(engine, fragment, { ...place, surface }, loaded), ...further };
}

function picturesIn({ shelf }: Engine, loaded: LoadedText, place: Place): readonly FoundPicture[] {
  if (shelf === undefined) return [];
  // The search may move its memory, in which the bytes are.
  const places = loaded.picturePlaces();
  return foundInText(shelf, place, loaded.bytes(), places);
}

/** Asks what a place is when that matters for the first time, and keeps the answer. */
export function surfaceQuestion(engine: Engine, place: Place, head: () => string): () => Surface {
  let surface: Surface | undefined;
  return () => (surface ??= engine.surfaceOf(place, head()));
}
