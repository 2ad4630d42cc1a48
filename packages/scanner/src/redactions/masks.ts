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

  /** Whether one lies in a stretch, or reaches into it. */
  touch(from: number, to: number): boolean {
    const last = this.#masks.findLast(({ start }) => start < to);
    return last !== undefined && last.end > from;
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

  /** Bytes between two offsets, with the tags in place, and how many there are of these. Where there is none, it is a view of the bytes. */
  apply(bytes: Buffer, start: number, end: number): { readonly output: Buffer; readonly count: number } {
    let length = end - start;
    let count = 0;
    for (const mask of this.#masks) {
      if (mask.end > end) break;
      length += mask.tag.length - (mask.end - mask.start);
      count++;
    }
    if (count === 0) return { output: bytes.subarray(start, end), count };
    const output = Buffer.allocUnsafe(length);
    let from = start;
    let written = 0;
    for (let index = 0; index < count; index++) {
      const mask = this.#masks[index];
      if (mask === undefined) break;
      written += bytes.copy(output, written, from, mask.start);
      written += output.write(mask.tag, written, 'latin1');
      from = mask.end;
    }
    bytes.copy(output, written, from, end);
    return { output, count };
  }
}
