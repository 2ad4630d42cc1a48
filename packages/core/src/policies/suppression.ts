/** What every suppression comment begins with; a text without it holds none. */
export const suppressionMarker = 'submit-guard-ignore';

/** A comment that suppresses findings next to it. Lines from 1, columns from 1 in UTF-16 units. */
export interface Suppression {
  /** Place of the directive. */
  readonly line: number;
  readonly column: number;
  /**
   * Lines it may be about, in order: its own one; or the next one and, where that one is nothing but a comment, those
   * below. The first of them that holds a finding is meant.
   */
  readonly lines: readonly number[];
  /** Rules it is about; all of them where it names none. */
  readonly ruleIds: readonly string[];
  /** Fingerprints of the keys it is about; all of them where it names none. */
  readonly fingerprints: readonly string[];
  readonly reason: string;
  /** Last day on which it counts, `YYYY-MM-DD`. */
  readonly until?: string;
  /** What is wrong with it, as a sentence. It suppresses nothing then. */
  readonly problem?: string;
  /**
   * Whether it can only be meant as one. One that stands inside of another comment or in prose may be an example: it
   * counts where it suppresses something and is passed over where it does not.
   */
  readonly deliberate: boolean;
}
