/** A stretch of memory. */
export interface Held {
  readonly start: number;
  readonly end: number;
  /** Which end of the arena it stands at. */
  readonly isLow: boolean;
}

/** How much of an arena is in use. */
export interface ArenaMark {
  readonly low: number;
  readonly high: number;
}

/**
 * Room for an object, its bases and what is read for it: two stacks that grow towards each other, and what is between them. An object is
 * put on the other stack than its base, so that the base is the top of its own and can be dropped as soon as nothing else needs it.
 */
export class PackArena {
  #low: number;
  #high: number;
  readonly #padding: number;

  /** @param padding - bytes behind what is written that may be overwritten. */
  constructor(start: number, end: number, padding: number) {
    this.#low = start;
    this.#high = end;
    this.#padding = padding;
  }

  /** Takes room for an object; `undefined` where there is not enough. */
  take(size: number, isLow: boolean): Held | undefined {
    const taken = (size + this.#padding + 15) & ~15;
    if (taken > this.#high - this.#low) return undefined;
    const start = isLow ? this.#low : this.#high - taken;
    if (isLow) this.#low += taken;
    else this.#high = start;
    return { start, end: start + size, isLow };
  }

  /** Drops an object, and whatever was put on it. */
  drop({ start, end, isLow }: Held): void {
    if (isLow) this.#low = start;
    else this.#high = (end + this.#padding + 15) & ~15;
  }

  get mark(): ArenaMark {
    return { low: this.#low, high: this.#high };
  }

  /** Drops what was put on one of the stacks. */
  resetTo({ low, high }: ArenaMark, isLow: boolean): void {
    if (isLow) this.#low = low;
    else this.#high = high;
  }

  reset({ low, high }: ArenaMark): void {
    this.#low = low;
    this.#high = high;
  }
}
