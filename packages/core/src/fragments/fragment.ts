import type { Range } from '../evidence/evidence.ts';
import type { Box, Position, Size } from '../finding.ts';
import { LineIndex } from './line-index.ts';
import type { Origin } from './line-index.ts';

/** Text that a reader took out of a blob, and the way back from its offsets to a place that a person can open. */
export interface Fragment {
  /** Decoded text without a byte-order mark. */
  readonly text: string;
  /** UTF-16 offsets at which the lines of `text` start, the first one 0. */
  readonly lineStarts: readonly number[];
  /** Place of the first character in the document. */
  readonly origin: Origin;
  /** Place of a range of UTF-16 offsets in `text`. */
  positionOf(range: Range): Position;
  /**
   * JSON pointers (RFC 6901) of the values at UTF-16 offsets, where the document is JSON; asked for only where there are
   * findings. No pointer is given that leads through a property name in one of the `masks`: it would spell the key.
   */
  pointersAt?(offsets: readonly number[], masks: readonly Range[]): ReadonlyMap<number, string>;
  /** The UTF-16 offset in the decoded document of an offset in `text`, where the two are not the same. Ascending. */
  documentOffsetOf?(offset: number): number;
  /** Where a range stands in the image that the text was read from. */
  boxOf?(range: Range): Box | undefined;
  /** How big that image is. */
  readonly image?: Size;
  /** Encodings that the reader has undone at an offset in `text`, outermost first; none where it is absent. */
  viaAt?(offset: number): readonly string[];
}

export interface TextFragmentOptions {
  /** Place of the first character, asked for only when a position is; default line 1, column 1. */
  readonly originOf?: () => Origin;
  readonly pointersAt?: NonNullable<Fragment['pointersAt']>;
}

/** A fragment whose text stands in the document as it is. */
export function createTextFragment(text: string, { originOf, pointersAt }: TextFragmentOptions = {}): Fragment {
  let index: LineIndex | undefined;
  const indexed = (): LineIndex => (index ??= new LineIndex(text, originOf?.()));
  return {
    ...(pointersAt !== undefined && { pointersAt }),
    text,
    get lineStarts() {
      return indexed().starts;
    },
    get origin() {
      return indexed().origin;
    },
    positionOf: (range) => indexed().positionOf(range),
  };
}
