import type { Finding } from '@submit-guard/core';
import type { ReplaceableExpression } from './expressions.ts';

/** Where a finding in a generated file is from. Line and column from 1, columns in UTF-16 units. */
export interface OriginalPlace {
  /** As the map has it; see `sourcePathOf`. */
  readonly name: string;
  /** Absolute path of the folder that the name is relative to. */
  readonly mapFolder: string;
  readonly line: number;
  readonly column: number;
  /** Whether the key stands there as it is shipped. */
  readonly holdsKey: boolean;
  /** Where in the same source the key stands as it is shipped, if not here. */
  readonly elsewhere?: { readonly line: number; readonly column: number } | undefined;
  /** What may stand here in its stead. */
  readonly expressions: readonly ReplaceableExpression[];
}

/** A finding and where it is from. */
export interface PlacedFinding {
  readonly finding: Finding;
  readonly original?: OriginalPlace | undefined;
  /** Whether it stands in a source map, be it a file or within the generated file. */
  readonly isInMap: boolean;
  /** The text of its range, to be masked in whatever is shown. */
  readonly shipped: string | undefined;
}
