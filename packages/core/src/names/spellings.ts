import { codesOf, digits } from '../characters/codes.ts';
import { ownCopy } from '../memos/memo.ts';
import type { NameClass } from './classify-name.ts';
import { classifyName, isSurelyOther } from './classify-name.ts';

/** What the letters of a name say, whatever stands around it. */
export interface Spelling {
  /** It is no name of a Submit key, and nothing around it can make it one: see {@link isSurelyOther}. */
  readonly isSurelyOther: boolean;
  /** Atomyx or Submit stands in it. */
  readonly namesBrand: boolean;
  /** A word for a key stands in it. */
  readonly holdsKeyWord: boolean;
  /** What it says where nothing stands around it. */
  readonly class: NameClass;
}

const brand = /atomyx|submit/i;
const keyWord = /key|token|secret|bearer|credential/i;
const isDigit = codesOf(digits);

/** A power of two, twice: names with a number at their end are kept apart from others. */
const kept = 4096;
const stems: (string | undefined)[] = Array.from({ length: kept });
const spellings: Spelling[] = [];

/**
 * The spelling of the name between two offsets. A text asks about few names often, and about many that differ in a number at their end: two digits and
 * more are no word that means anything, so that these are judged as one. Nothing is copied out of the text for a name that was met before.
 */
export function spellingAt(text: string, start: number, end: number): Spelling {
  let stop = end;
  while (stop > start && isDigit[text.charCodeAt(stop - 1)] === 1) stop--;
  const isNumbered = end - stop > 1;
  if (!isNumbered) stop = end;
  let hash = 0;
  for (let at = start; at < stop; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
  const slot = ((hash ^ (hash >>> 12)) & (kept / 2 - 1)) * 2 + (isNumbered ? 1 : 0);
  const stem = stems[slot];
  const known = spellings[slot];
  if (stem !== undefined && known !== undefined && stem.length === stop - start && text.startsWith(stem, start)) return known;
  const own = ownCopy(text.slice(start, stop));
  const name = isNumbered ? `${own}00` : own;
  stems[slot] = own;
  return (spellings[slot] = { isSurelyOther: isSurelyOther(name), namesBrand: brand.test(name), holdsKeyWord: keyWord.test(name), class: classifyName(name) });
}
