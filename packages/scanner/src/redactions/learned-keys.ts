import type { Mask } from './masks.ts';

/** Keys that are remembered at most: each costs a search of everything that follows. */
const mostLearned = 100;

/** Bytes of a value that is looked for: a shorter one could be part of any word. */
const shortest = 8;

/** Keys that have been found, to be known from then on. They are held in memory for as long as the stream lasts. */
export class LearnedKeys {
  readonly #tags = new Map<string, string>();

  /** @param value - bytes, one a character. @returns whether it is new. */
  add(value: string, tag: string): boolean {
    if (value.length < shortest || this.#tags.size >= mostLearned || this.#tags.has(value)) return false;
    this.#tags.set(value, tag);
    return true;
  }

  /** Where any of them stands, from an offset on. */
  *in(bytes: Buffer, from: number): Generator<Mask> {
    for (const value of this.#tags.keys()) yield* this.occurrencesOf(value, bytes, from);
  }

  *occurrencesOf(value: string, bytes: Buffer, from: number): Generator<Mask> {
    const tag = this.#tags.get(value);
    if (tag === undefined) return;
    for (let at = bytes.indexOf(value, from, 'latin1'); at !== -1; at = bytes.indexOf(value, at + value.length, 'latin1')) yield { start: at, end: at + value.length, tag };
  }
}
