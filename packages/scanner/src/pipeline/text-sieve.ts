import { longestStretch, stretchOverlap } from '@submit-guard/core';
import type { PrefilterPlan } from '@submit-guard/core';
import { readerFor } from '../readers/index.ts';
import { headLength } from '../readers/reader.ts';
import type { BlobSearch } from './blob-search.ts';

/**
 * Whether something may be found in a text or the bytes of a file: where not, nothing is, and what would find it need not even be loaded.
 *
 * @param path - decides, with the first bytes, what kind of document it is.
 */
export type TextSieve = (content: string | Uint8Array, path: string) => boolean;

/** Bytes that are searched at once: as many as the detector reads as one, so that a closer look sees what the detector would. */
const atOnce = longestStretch + stretchOverlap;

/** Puts the next bytes of a content into a target; fewer than it has room for only at the end or where the next character does not fit in. */
type Feed = (target: Uint8Array) => { readonly length: number; readonly isLast: boolean };

/**
 * Makes the sieve of a detector. It goes through a content of any length piece by piece, in memory that is there already: outputs of bundlers have
 * many megabytes, and room for them would cost more than the search.
 */
export function createTextSieve(plan: PrefilterPlan, search: BlobSearch): TextSieve {
  return (content, path) => {
    if (plan.everything || !showsAscii(content, path)) return true;
    const feed = typeof content === 'string' ? feedOfText(content) : feedOfBytes(content);
    let found = 0;
    let kept = 0;
    for (;;) {
      const fed = feed(search.memory(atOnce).subarray(kept, atOnce));
      const length = kept + fed.length;
      const mask = search.maskOf(0, length);
      found |= mask;
      // What a whole text says, it says wherever its parts stand.
      if (plan.isCertain(found) || search.signsOf(mask, 0, length).candidates) return true;
      if (fed.isLast) return false;
      search.memory(atOnce).copyWithin(0, length - stretchOverlap, length);
      kept = stretchOverlap;
    }
  };
}

/** Whether what is looked for stands in the bytes as it reads: not in UTF-16, which few files of a build are. */
function showsAscii(content: string | Uint8Array, path: string): boolean {
  if (typeof content === 'string') return true;
  const bytes = Buffer.from(content.buffer, content.byteOffset, Math.min(content.length, headLength));
  return readerFor({ bytes, path }).encoding.showsAscii;
}

function feedOfBytes(bytes: Uint8Array): Feed {
  let at = 0;
  return (target) => {
    const part = bytes.subarray(at, at + target.length);
    target.set(part);
    at += part.length;
    return { length: part.length, isLast: at === bytes.length };
  };
}

const encoder = new TextEncoder();

function feedOfText(text: string): Feed {
  let at = 0;
  return (target) => {
    // Every unit takes a byte at least. A pair of units that make one character must not be parted.
    const end = at + target.length;
    const part = text.slice(at, isHighSurrogate(text.charCodeAt(end - 1)) ? end - 1 : end);
    const { read, written } = encoder.encodeInto(part, target);
    at += read;
    return { length: written, isLast: at === text.length };
  };
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}
