import type { Fragment, Origin } from '@submit-guard/core';
import { LineIndex, lineStartsOf } from '@submit-guard/core';

/**
 * Strings of two bytes a character, as Windows programs and .NET hold them: at least six printable ASCII characters, each
 * with a NUL byte after it (little-endian) or before it (big-endian). Line ends are left alone, so that the lines stay
 * the same.
 */
// eslint-disable-next-line no-control-regex -- the NUL bytes are what it is about
const wideString = /(?:[\t\u0020-\u007e]\u0000){6,}|(?:\u0000[\t\u0020-\u007e]){6,}(?!\u0000)/g;

const tab = 0x09;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const space = 0x20;
const tilde = 0x7e;

/**
 * Puts a blank in the place of every character that is no printable ASCII: keys and their names are. A loop and no
 * regular expression, which would need memory for every character it replaces.
 */
function withoutNoise(text: string): string {
  const bytes = Buffer.allocUnsafe(text.length);
  for (let offset = 0; offset < text.length; offset++) {
    const unit = text.charCodeAt(offset);
    const isKept = (unit >= space && unit <= tilde) || unit === tab || unit === lineFeed || unit === carriageReturn;
    bytes[offset] = isKept ? unit : space;
  }
  return bytes.toString('latin1');
}

/** A stretch of the narrowed text: `scale` characters of the document for each one of it. */
interface Stretch {
  /** Offset in the narrowed text. */
  readonly start: number;
  /** Offset in the text of the document. */
  readonly documentStart: number;
  readonly scale: 1 | 2;
}

/** Takes the NUL bytes out of wide strings, and puts blanks between strings of any kind. */
function narrow(text: string): { readonly narrowed: string; readonly stretches: readonly Stretch[] } {
  const stretches: Stretch[] = [{ start: 0, documentStart: 0, scale: 1 }];
  const parts: string[] = [];
  let length = 0;
  let last = 0;
  for (const { 0: wide, index } of text.matchAll(wideString)) {
    const before = text.slice(last, index);
    parts.push(before, wide.replaceAll('\u0000', ''));
    stretches.push({ start: length + before.length, documentStart: index, scale: 2 });
    length += before.length + wide.length / 2;
    last = index + wide.length;
    stretches.push({ start: length, documentStart: last, scale: 1 });
  }
  parts.push(text.slice(last));
  return { narrowed: withoutNoise(parts.join('')), stretches };
}

/** The last stretch that starts at or before an offset; of several that start there, the last one. */
function stretchAt(stretches: readonly Stretch[], offset: number): Stretch {
  let low = 0;
  let high = stretches.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((stretches[middle]?.start ?? Infinity) <= offset) low = middle;
    else high = middle - 1;
  }
  return stretches[low] ?? { start: 0, documentStart: 0, scale: 1 };
}

/**
 * The text of a blob that is no text: its printable strings, also those of two bytes a character, with blanks in place
 * of what lies between them. Positions are those in the bytes.
 *
 * @param text - the bytes, decoded.
 * @param originOf - place of the first character; default line 1, column 1.
 */
export function createStringsFragment(text: string, originOf?: () => Origin): Fragment {
  const { narrowed, stretches } = narrow(text);
  let index: LineIndex | undefined;
  let lineStarts: readonly number[] | undefined;
  const indexed = (): LineIndex => (index ??= new LineIndex(text, originOf?.()));
  const documentOffsetOf = (offset: number): number => {
    const { start, documentStart, scale } = stretchAt(stretches, offset);
    return documentStart + (offset - start) * scale;
  };
  return {
    text: narrowed,
    get lineStarts() {
      return (lineStarts ??= lineStartsOf(narrowed));
    },
    get origin() {
      return indexed().origin;
    },
    positionOf: ({ start, end }) => indexed().positionOf({ start: documentOffsetOf(start), end: documentOffsetOf(end) }),
    documentOffsetOf,
    viaAt: (offset) => (stretchAt(stretches, offset).scale === 2 ? ['utf-16'] : []),
  };
}
