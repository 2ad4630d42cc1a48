import { inspect } from 'node:util';
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

/**
 * A value that must not be shown. The value is a private field, so that no reporter, template, `JSON.stringify`,
 * `console.log` or stack trace can render it; what can be had is a summary.
 */
export class Secret {
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

  toJSON(): SecretSummary {
    return { redacted: this.redacted, length: this.length, fingerprint: this.fingerprint };
  }

  toString(): string {
    return this.redacted;
  }

  [inspect.custom](): string {
    return `Secret(${this.redacted})`;
  }
}
