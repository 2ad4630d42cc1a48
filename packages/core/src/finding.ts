import type { Surface } from '@submit-guard/rules';
import type { Confidence, EvidenceKind } from './evidence/evidence.ts';
import type { SecretSummary } from './secrets/secret.ts';

export const severities = ['error', 'warning', 'info'] as const;
export type Severity = (typeof severities)[number];

/** A place a person can open: lines and columns from 1, columns in UTF-16 units, `endColumn` exclusive. */
export interface Position {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A rectangle in the pixels of an image; the origin is its upper left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Width and height in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface FindingEvidence {
  readonly kind: EvidenceKind;
  readonly line: number;
  readonly detail: string;
  /** Columns from 1, where the evidence has an exact place. */
  readonly column?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
}

/** What a repository knows of a finding in it, besides the commit. */
export interface FindingHistory {
  /** When the commit was written, ISO 8601 with the author's time zone. */
  readonly authored?: string;
  /** All paths at which the blob was committed, where there are several. */
  readonly paths?: readonly string[];
  /** Refs that still show the blob at their tip; the others have it in their history only. */
  readonly tips?: readonly string[];
  /** Refs that lead to the commit. */
  readonly refs?: readonly string[];
}

/** A line of the file around a finding in which every credential in view is masked. Safe to print. */
export interface ExcerptLine {
  readonly line: number;
  readonly text: string;
  /** Columns (from 1, exclusive end, in `text` as it stands here, masks included) to underline. */
  readonly marks: readonly { readonly column: number; readonly endColumn: number; readonly kind: EvidenceKind | 'key' }[];
}

/** A step on the way of a key to where it was found: `{ path: '.env', line: 3, what: 'sets ATOMYX_SUBMIT_API_KEY' }`. */
export interface ChainStep {
  /** Relative to the working directory; absent where no file is meant. */
  readonly path?: string;
  /** From 1. */
  readonly line?: number;
  readonly column?: number;
  /** What happens there, in words that go on from the place. Never a key. */
  readonly what: string;
}

/** What the reporters print. Nothing in it can render a key. */
export interface Finding extends Position {
  readonly ruleId: string;
  readonly clause: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly message: string;
  /** Relative to the working directory, `/`-separated, escaped as git quotes paths; `a.zip!dir/file` in an archive. */
  readonly path: string;
  /**
   * What may be shown of the key; absent for a finding about a field or a header that holds no value. A summary and not
   * the `Secret` itself: findings cross from workers to the main thread, and no key should travel with them.
   */
  readonly secret?: SecretSummary;
  readonly evidence: readonly FindingEvidence[];
  readonly via?: readonly string[];
  /** JSON pointer (RFC 6901) of the value, where the document is JSON. */
  readonly pointer?: string;
  /** Where the key stands in an image; `line` and `column` count in the text as it was read. */
  readonly box?: Box;
  readonly commit?: string;
  readonly blob?: string;
  readonly history?: FindingHistory;
  /** Where it is from, as the source map of the file says: a name to show and not to open. */
  readonly original?: { readonly path: string; readonly line: number; readonly column: number };
  /** How the key came here, first step first, the finding itself last; where more than that is known. */
  readonly chain?: readonly ChainStep[];
  /** What the place is. */
  readonly surface?: Surface;
  /** How big the image is that `box` lies in. */
  readonly image?: Size;
  /** The lines around the finding, every credential in them masked. */
  readonly excerpt?: readonly ExcerptLine[];
}
