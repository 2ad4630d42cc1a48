import type { Fragment, Origin } from '@submit-guard/core';
import { LineIndex, lineStartsOf } from '@submit-guard/core';
import { NarrowedText } from './narrowed-text.ts';

/**
 * The text of a blob that is no text: its printable strings. Positions are those in the bytes.
 *
 * @param text - the bytes, decoded.
 * @param originOf - place of the first character; default line 1, column 1.
 */
export function createStringsFragment(text: string, originOf?: () => Origin): Fragment {
  const strings = new NarrowedText(text);
  let index: LineIndex | undefined;
  let lineStarts: readonly number[] | undefined;
  const indexed = (): LineIndex => (index ??= new LineIndex(text, originOf?.()));
  const documentOffsetOf = (offset: number): number => strings.originalOffsetOf(offset);
  return {
    text: strings.text,
    get lineStarts() {
      return (lineStarts ??= lineStartsOf(strings.text));
    },
    get origin() {
      return indexed().origin;
    },
    positionOf: ({ start, end }) => indexed().positionOf({ start: documentOffsetOf(start), end: documentOffsetOf(end) }),
    documentOffsetOf,
    viaAt: (offset) => (strings.isWide(offset) ? ['utf-16'] : []),
  };
}
