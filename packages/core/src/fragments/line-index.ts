import { carriageReturn, lineFeed } from '../characters/codes.ts';
import type { Range } from '../evidence/evidence.ts';
import type { Position } from '../finding.ts';

/** Where the first character of a text stands in its document. Both from 1; `column` in UTF-16 units. */
export interface Origin {
  readonly line: number;
  readonly column: number;
}

const documentStart: Origin = { line: 1, column: 1 };

/**
 * Offsets at which the lines of a text start. A line ends with `\n`, `\r\n` or a lone `\r`; U+2028 and its like end no
 * line, as in every editor that counts lines for a compiler.
 *
 * @returns UTF-16 offsets in ascending order, the first one 0.
 */
export function lineStartsOf(text: string): readonly number[] {
  const starts = [0];
  if (!text.includes('\r')) {
    for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
    return starts;
  }
  for (let offset = 0; offset < text.length; offset++) {
    const unit = text.charCodeAt(offset);
    if (unit !== lineFeed && unit !== carriageReturn) continue;
    if (unit === carriageReturn && text.charCodeAt(offset + 1) === lineFeed) offset++;
    starts.push(offset + 1);
  }
  return starts;
}

/** Index of the last element of the ascending `starts` that is not above `offset`. */
function lastNotAbove(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((starts[middle] ?? Infinity) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Turns offsets of a text into lines and columns; linear once, then logarithmic. */
export class LineIndex {
  /** Place of the first character. */
  readonly origin: Origin;
  readonly #text: string;
  #starts: readonly number[] | undefined;

  /** @param origin - place of the first character, where the text is a part of a longer document. */
  constructor(text: string, origin: Origin = documentStart) {
    this.#text = text;
    this.origin = origin;
  }

  /** See {@link lineStartsOf}. */
  get starts(): readonly number[] {
    return (this.#starts ??= lineStartsOf(this.#text));
  }

  /** Place of the character at a UTF-16 offset; offsets outside the text are taken for its nearer end. */
  originAt(offset: number): Origin {
    const starts = this.starts;
    const within = Math.max(0, Math.min(offset, this.#text.length));
    const index = lastNotAbove(starts, within);
    const column = within - (starts[index] ?? 0) + 1;
    return { line: this.origin.line + index, column: index === 0 ? this.origin.column + column - 1 : column };
  }

  /** Place of a range of UTF-16 offsets. */
  positionOf(range: Range): Position {
    const start = this.originAt(range.start);
    const end = this.originAt(range.end);
    return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
  }
}
