import type { Evidence, Range } from './evidence/evidence.ts';
import type { Secret } from './secrets/secret.ts';

/** What is wrong at the range of a match. Surfaces and these aspects together choose the rule. */
export type Aspect =
  /** A key stands here. */
  | 'key'
  /** A key stands in a job field or a query string. */
  | 'job-field'
  /** A property of a callback payload is meant to hold a key. */
  | 'callback-field'
  /** The `Authorization` header of a Submit request lacks the `Bearer` scheme. */
  | 'scheme'
  /** A Submit key is sent to a wrong scheme, host or base path. */
  | 'origin'
  /** A key named for one environment is sent to another. */
  | 'environment';

/**
 * What the detector found in one fragment, before anyone knows which file it is in.
 * Offsets are UTF-16 units in the text of the fragment.
 */
export interface Match extends Range {
  readonly aspect: Aspect;
  /** The key; absent where the match is about a field or a header without a value. */
  readonly secret?: Secret;
  /** All pieces in order, the first equal to the range of the match, where a key is put together from several. */
  readonly pieces?: readonly Range[];
  readonly evidence: readonly Evidence[];
  /** Decoders passed on the way, outermost first, for example `['base64']`. */
  readonly via: readonly string[];
  /** Values for the `{placeholders}` of the rule's message: words, never a key. */
  readonly data?: Readonly<Record<string, string>>;
}
