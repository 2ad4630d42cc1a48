import {
  TOKEN_ENCODED, TOKEN_GROUP, TOKEN_HEX, TOKEN_IS_KEY, TOKEN_SEXTETS, TOKEN_SHORTEST, TOKENS,
} from '../images/image-layout.ts';
import { word } from '../images/image-words.ts';
import type { PlainText, Search } from './plain-search.ts';
import { testRun } from './plain-stretches.ts';
import type { View } from './plain-views.ts';
import { base64View, hexView, plainView, wideView } from './plain-views.ts';

/** Finds the stretches that have a known tag; see `assembly/tokens.ts` and `assembly/encoded-keys.ts`. */
export function searchTokens(image: Uint8Array, words: Int32Array, text: PlainText, search: Search): void {
  const table = word(words, TOKENS);
  if (table === 0) return;
  const group = word(words, table + TOKEN_GROUP);
  if ((search.alive & group) === 0) return;
  const { bytes, length } = text;
  const shortest = word(words, table + TOKEN_SHORTEST);
  const encoded = word(words, table + TOKEN_ENCODED) !== 0;
  const isKey = image.subarray(table + TOKEN_IS_KEY, table + TOKEN_IS_KEY + 256);
  const sextets = image.subarray(table + TOKEN_SEXTETS, table + TOKEN_SEXTETS + 256);
  const digits = image.subarray(table + TOKEN_HEX, table + TOKEN_HEX + 256);
  const test = (view: View, from: number, to: number): void => {
    if ((search.alive & group) !== 0) testRun(words, table, view, from, to, search);
  };

  forEachRun(plainView(bytes, 0, length), isKey, shortest, (from, to) => {
    const run = plainView(bytes, from, to);
    test(run, 0, run.count);
    if (!encoded) return;
    const views = [
      ...[0, 1, 2, 3].map((shift) => base64View(bytes, sextets, from + shift, to)),
      ...[0, 1].map((shift) => hexView(bytes, digits, from + shift, to)),
    ];
    for (const view of views) forEachRun(view, isKey, shortest, (start, end) => { test(view, start, end); });
  });
  if (!encoded) return;
  forEachWideRun(bytes, length, isKey, (from, count) => { test(wideView(bytes, from, count), 0, count); });
}

/**
 * The maximal runs of key characters of a view. A run that is long enough covers one of the places that are looked at,
 * so that most of the text is never decoded.
 */
function forEachRun(
  view: View, isKey: Uint8Array, shortest: number, use: (from: number, to: number) => void,
): void {
  const keyAt = (index: number): boolean => isKey[view.byteAt(index)] === 1;
  let from = 0;
  while (from + shortest <= view.count) {
    const probe = from + shortest - 1;
    if (!keyAt(probe)) {
      from = probe + 1;
      continue;
    }
    let start = probe;
    while (start > from && keyAt(start - 1)) start--;
    let end = probe + 1;
    while (end < view.count && keyAt(end)) end++;
    if (end - start >= shortest) use(start, end);
    from = end + 1;
  }
}

/** The runs of key characters with zero bytes between them. */
function forEachWideRun(
  bytes: Uint8Array, length: number, isKey: Uint8Array, use: (from: number, count: number) => void,
): void {
  const keyAt = (place: number): boolean => place >= 0 && place < length && isKey[bytes[place] as number] === 1;
  let zero = bytes.indexOf(0);
  while (zero >= 0 && zero < length) {
    let next = zero + 1;
    if (keyAt(zero - 1) && keyAt(zero + 1)) {
      let last = zero + 1;
      while (bytes[last + 1] === 0 && keyAt(last + 2)) last += 2;
      use(zero - 1, (last - zero) / 2 + 1.5);
      next = last + 1;
    }
    zero = bytes.indexOf(0, next);
  }
}
