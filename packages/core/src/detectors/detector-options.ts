import type { Secret } from '../secrets/secret.ts';
import type { PatternEngine } from './formats.ts';

/** A pattern that the organisation declared for its own keys. */
export interface KeyFormat {
  readonly name: string;
  /** RE2 syntax: linear time. The whole match, or its first group, is the key. */
  readonly pattern: string;
}

/** A key that is known for this run, by value. Held in memory only. */
export interface KnownKey {
  readonly secret: Secret;
  /** Where it is known from, for people: `environment variable ATOMYX_API_KEY`, `.env.local`. */
  readonly label: string;
}

/** The fast 32-bit hash of a known key: `tagOf(salt, bytes)` of the prefilter package. */
export interface KeyTag {
  /** Length of the key in bytes, which are the UTF-16 units too: only ASCII keys have tags. */
  readonly length: number;
  /** Unsigned 32-bit integer. */
  readonly tag: number;
}

/** Keys known by a committed salted fingerprint only. */
export interface KnownFingerprints {
  /** Lengths of the keys in UTF-16 units. */
  readonly lengths: ReadonlySet<number>;
  /** Salt of the tags, an unsigned 32-bit integer; and the tags, for a prefilter that rolls over bytes. */
  readonly salt: number;
  readonly tags: readonly KeyTag[];
  /** Whether a value has the length, the tag and what else is fast to compute of a known key. One in 2^32 values or fewer pass for each key by chance. */
  mayBe(candidate: string): boolean;
  /** The label of the key, or `undefined` where the value is none of the known ones. Slow where `mayBe` is true. */
  lookUp(candidate: string): string | undefined;
}

export interface DetectorOptions {
  /** Hosts of the Submit API, lower case. Default `['submit.atomyx.io']`. */
  readonly hosts: readonly string[];
  /** Hosts that are Submit's staging environment, lower case. */
  readonly stagingHosts: readonly string[];
  /** RE2 patterns of further names that mean a Submit key, for example `^ACME_PREFLIGHT_TOKEN$`. */
  readonly names: readonly string[];
  readonly formats: readonly KeyFormat[];
  /** Compiles `names` and `formats`; needed where there are any. */
  readonly patternEngine?: PatternEngine | undefined;
  readonly knownKeys: readonly KnownKey[];
  readonly knownFingerprints?: KnownFingerprints;
  /** How many decoders may nest. Default 3. */
  readonly maxDecodeDepth: number;
}

export const defaultDetectorOptions: DetectorOptions = {
  hosts: ['submit.atomyx.io'],
  stagingHosts: [],
  names: [],
  formats: [],
  knownKeys: [],
  maxDecodeDepth: 3,
};
