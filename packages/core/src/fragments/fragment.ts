import type { Range } from '../evidence/evidence.ts';
import type { Position } from '../finding.ts';
import { LineIndex } from './line-index.ts';
import type { Origin } from './line-index.ts';

/** Text that a reader took out of a blob, and the way back from its offsets to a place that a person can open. */
export interface Fragment {
  /** Decoded text without a byte-order mark. */
  readonly text: string;
  /** Place of a range of UTF-16 offsets in `text`. */
  positionOf(range: Range): Position;
  /** JSON pointer (RFC 6901) of the value at a UTF-16 offset, where the document is JSON. */
  pointerAt?(offset: number): string | undefined;
}

/**
 * A fragment whose text stands in the document as it is.
 *
 * @param originOf - place of the first character, asked for only when a position is; default line 1, column 1.
 */
export function createTextFragment(text: string, originOf?: () => Origin): Fragment {
  let index: LineIndex | undefined;
  return {
    text,
    positionOf: (range) => (index ??= new LineIndex(text, originOf?.())).positionOf(range),
  };
}
