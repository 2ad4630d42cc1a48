import { fingerprintOf } from './fingerprint.ts';

/** What may be shown of a key. */
export interface SecretSummary {
  /** At most the first four characters and never more than a quarter of the key, then `...`. */
  readonly redacted: string;
  /** Length of the decoded key in UTF-16 units. */
  readonly length: number;
  /** See {@link fingerprintOf}. */
  readonly fingerprint: string;
}

/** `inspect.custom` of `node:util`, which takes time to load. */
const inspected = Symbol.for('nodejs.util.inspect.custom');

let read: (secret: Secret) => string;

/**
 * A value that must not be shown. The value is a private field, so that no reporter, template, `JSON.stringify`,
 * `console.log` or stack trace can render it; what can be had is a summary.
 */
export class Secret {
  static {
    read = (secret) => secret.#value;
  }

  readonly #value: string;
  #fingerprint: string | undefined;

  constructor(value: string) {
    this.#value = value;
  }

  get redacted(): string {
    return `${this.#value.slice(0, Math.min(4, Math.floor(this.#value.length / 4)))}...`;
  }

  get length(): number {
    return this.#value.length;
  }

  get fingerprint(): string {
    return (this.#fingerprint ??= fingerprintOf(this.#value));
  }

  equals(other: Secret): boolean {
    return this.#value === other.#value;
  }

  /**
   * A text in which every occurrence of the key is redacted: for words that come from elsewhere, such as the name of a
   * file. Values below eight characters are left alone; they could be part of any word.
   */
  redactIn(text: string): string {
    return this.#value.length < 8 ? text : text.replaceAll(this.#value, () => this.redacted);
  }

  toJSON(): SecretSummary {
    return { redacted: this.redacted, length: this.length, fingerprint: this.fingerprint };
  }

  toString(): string {
    return this.redacted;
  }

  [inspected](): string {
    return `Secret(${this.redacted})`;
  }
}

/**
 * Hands the value of a secret to a function that searches or compares with it, or puts it into a request. What leaves core is a
 * {@link Secret}; this function does so through an entry of its own, `@submit-guard/core/reveal`.
 *
 * @param use - must not return, store or print the value.
 */
export function revealTo(secret: Secret, use: (value: string) => void): void {
  use(read(secret));
}
