import type { Range } from '@submit-guard/core';

/** A stretch of bytes that is replaced by a tag. */
export interface Mask extends Range {
  readonly tag: string;
}

/** Stretches that are replaced: ascending and apart. */
export class Masks {
  readonly #masks: Mask[] = [];

  get isEmpty(): boolean {
    return this.#masks.length === 0;
  }

  /** Adds one; with those that it overlaps it becomes one, of the tag of the first. */
  add(mask: Mask): void {
    let at = this.#masks.length;
    while (at > 0 && (this.#masks[at - 1]?.end ?? 0) > mask.start) at--;
    let { start, end, tag } = mask;
    let count = 0;
    for (let other = this.#masks[at]; other !== undefined && other.start < end; other = this.#masks[at + ++count]) {
      if (other.start <= start) ({ start, tag } = other);
      end = Math.max(end, other.end);
    }
    this.#masks.splice(at, count, { start, end, tag });
  }

  /** The first one that begins before an offset and ends behind it. */
  across(offset: number): Mask | undefined {
    return this.#masks.find(({ start, end }) => start < offset && end > offset);
  }

  /** The last characters of a text up to an offset, as they read with the tags; at least so many if there are. */
  lastBefore(text: string, offset: number, length: number): string {
    let at = offset;
    let read = '';
    for (let index = this.#masks.findLastIndex(({ end }) => end <= offset); read.length < length && index >= 0; index--) {
      const mask = this.#masks[index];
      if (mask === undefined) break;
      read = mask.tag + text.slice(mask.end, at) + read;
      at = mask.start;
    }
    return read.length < length ? text.slice(Math.max(0, at - length), at) + read : read;
  }

  /** The pieces of bytes up to an offset, with the tags in place. @returns how many there are of these, besides. */
  apply(bytes: Buffer, start: number, end: number): { readonly pieces: readonly Buffer[]; readonly count: number } {
    const pieces: Buffer[] = [];
    let from = start;
    let count = 0;
    for (const mask of this.#masks) {
      if (mask.end > end) break;
      pieces.push(bytes.subarray(from, mask.start), Buffer.from(mask.tag));
      from = mask.end;
      count++;
    }
    pieces.push(bytes.subarray(from, end));
    return { pieces: pieces.filter(({ length }) => length > 0), count };
  }
}
