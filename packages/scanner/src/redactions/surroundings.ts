import type { KnownShape } from './settled-shapes.ts';

/** Lines of a block whose shapes count together. */
const longestBlock = 12;

/** What stands in front of the line at hand, as far as it decides whether a settled verdict holds. */
export class Surroundings {
  readonly #reach: number;
  /** Bytes up to the line in which nothing is left open; at the beginning of the stream there is nothing that could be. */
  #closed = Infinity;
  /** Ids of the shapes of the lines since something of its own began; `undefined` where that is too long ago, or one has no shape. */
  #block: number[] | undefined = [];

  /** @param reach - bytes in front of a line that count. */
  constructor(reach: number) {
    this.#reach = reach;
  }

  /** Whether everything that counts in front of the line is closed. */
  get isClosed(): boolean {
    return this.#closed >= this.#reach;
  }

  /** How many lines of known shapes stand in front of the line since something of its own began. */
  get blockLength(): number {
    return this.#block?.length ?? 0;
  }

  /** Names the block that a line of a shape ends; `undefined` where it is one of its own, or too much belongs to it. */
  blockWith({ id, begins }: KnownShape): string | undefined {
    return begins || this.#block === undefined || this.#block.length === 0 ? undefined : `${this.#block.join()},${id}`;
  }

  /** Moves on behind a line of a known shape. @param length - bytes that are left of it, without keys. */
  pass({ id, isClosed, begins }: KnownShape, length: number): void {
    this.#closed = isClosed ? this.#closed + length : 0;
    if (begins) this.#block = [id];
    else if (this.#block !== undefined && this.#block.length < longestBlock) this.#block.push(id);
    else this.#block = undefined;
  }

  /** Moves on behind something of which no shape is known. */
  passUnknown(isClosed: boolean, length: number): void {
    this.#closed = isClosed ? this.#closed + length : 0;
    this.#block = undefined;
  }
}
