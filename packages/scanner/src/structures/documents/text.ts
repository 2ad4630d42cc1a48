import type { Range } from '@submit-guard/core';

/** A text as a tool reads it, without quotes and escapes, and the way back to the document that it stands in. */
export interface Text {
  readonly value: string;
  /** Where a range of UTF-16 offsets in the value stands in the document. */
  locate(start: number, end: number): Range;
}

/** All of a text in its document. */
export const rangeOfText = (text: Text): Range => text.locate(0, text.value.length);

/** A text that stands in the document as it is, from an offset on. */
export function plainText(value: string, offset: number): Text {
  return { value, locate: (start, end) => ({ start: offset + start, end: offset + end }) };
}

/** A part of a text. */
export function partOf(text: Text, from: number, to = text.value.length): Text {
  return { value: text.value.slice(from, to), locate: (start, end) => text.locate(from + start, from + end) };
}

/**
 * A text whose characters stand at offsets of their own.
 *
 * @param offsets - one for each UTF-16 unit, and the end of the last; ascending.
 */
export function mappedText(value: string, offsets: ArrayLike<number>): Text {
  return { value, locate: (start, end) => ({ start: offsets[start] ?? 0, end: end > start ? Math.max(offsets[end - 1] ?? 0, (offsets[end] ?? 0)) : offsets[start] ?? 0 }) };
}

/** Texts one after the other, as tools read a list of lines. */
export function joinTexts(texts: readonly Text[], separator = ''): Text {
  if (texts.length === 1 && texts[0] !== undefined) return texts[0];
  const starts: number[] = [];
  let value = '';
  for (const text of texts) {
    if (starts.length > 0) value += separator;
    starts.push(value.length);
    value += text.value;
  }
  const indexAt = (offset: number): number => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const within = (index: number, start: number, end: number): Range => {
    const text = texts[index] ?? plainText('', 0);
    const from = starts[index] ?? 0;
    const cut = (offset: number): number => Math.max(0, Math.min(text.value.length, offset - from));
    return text.locate(cut(start), cut(end));
  };
  return {
    value,
    locate(start, end) {
      if (texts.length === 0) return { start: 0, end: 0 };
      const first = within(indexAt(start), start, end);
      return { start: first.start, end: within(indexAt(Math.max(start, end - 1)), start, end).end };
    },
  };
}
