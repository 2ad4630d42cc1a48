import { headOfSurface } from '@submit-guard/core';
import type { Surface } from '@submit-guard/rules';
import { createDocumentFragment } from '../readers/document-fragment.ts';
import { hasByteOrderMark } from '../encodings/text-encoding.ts';
import type { TextEncoding } from '../encodings/text-encoding.ts';
import { createStringsFragment } from '../readers/strings-fragment.ts';
import { readerFor } from '../readers/index.ts';
import { headLength } from '../readers/reader.ts';
import type { BlobSearch, Signs } from './blob-search.ts';
import type { Engine, Place } from './engine.ts';
import type { FragmentOutcome } from './scan-fragment.ts';
import { scanFragment } from './scan-fragment.ts';

/** What one blob comes to. */
export interface BlobOutcome extends FragmentOutcome {
  /** Why the blob counts as skipped, where nobody could look into what its bytes stand for. */
  readonly skipped?: string;
}

const nothing: FragmentOutcome = { findings: [], suppressed: 0, notes: [] };

/** The signs in bytes, or in their text where literals do not show in the bytes. */
export function signsIn(search: BlobSearch, encoding: TextEncoding, bytes: Buffer, text: () => string): Signs {
  return search(encoding.showsAscii ? bytes : Buffer.from(text(), 'utf8'));
}

/** Asks what a place is when that matters for the first time, and keeps the answer. */
export function surfaceQuestion(engine: Engine, place: Place, head: () => string): () => Surface {
  let surface: Surface | undefined;
  return () => (surface ??= engine.surfaceOf(place, head()));
}

/**
 * Finds what is to be reported of a blob that is in memory as a whole.
 *
 * @param bytes - may be used again afterwards: nothing of the outcome refers to them.
 */
export function scanBytes(engine: Engine, bytes: Buffer, place: Place): BlobOutcome {
  const { encoding, opaque } = readerFor({ bytes: bytes.subarray(0, headLength), path: place.name });
  const content = hasByteOrderMark(encoding, bytes) ? bytes.subarray(encoding.byteOrderMark.length) : bytes;
  let decoded: string | undefined;
  const text = (): string => (decoded ??= encoding.decode(content));
  const signs = signsIn(engine.search, encoding, content, text);
  if (!signs.candidates && !signs.suppressions) return opaque === undefined ? nothing : { ...nothing, skipped: opaque };
  const surface = surfaceQuestion(engine, place, () => text().slice(0, headOfSurface));
  const fragment = opaque === undefined ? createDocumentFragment(text(), place.name) : createStringsFragment(text());
  return scanFragment(engine, fragment, { ...place, surface }, signs);
}
