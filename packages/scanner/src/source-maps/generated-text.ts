import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { lineStartsOf } from '@submit-guard/core';

/** Bytes of a generated file that is read as a whole; of a longer one on disk, its end is enough to find the map. */
export const longestWhole = 32 * 1024 * 1024;
const endOfLong = 8 * 1024;

/** A FIFO that has taken the place of the file must not keep anybody waiting. */
const flags = constants.O_RDONLY | constants.O_NONBLOCK;

/** The text of a file in which something was found. */
export interface GeneratedText {
  /** All of the text, without a byte-order mark, or its end. */
  readonly text: string;
  readonly isWhole: boolean;
  /**
   * UTF-16 offset of a place; `undefined` where the text is not there as a whole, or no longer has such a place.
   *
   * @param line - from 1.
   * @param column - from 1.
   */
  offsetOf(line: number, column: number): number | undefined;
}

/** Reads a file of UTF-8 once more. @returns `undefined` where it is no longer there, or is no such text. */
export function readGeneratedText(path: string): GeneratedText | undefined {
  try {
    const descriptor = openSync(path, flags);
    try {
      const stats = fstatSync(descriptor);
      if (!stats.isFile()) return undefined;
      const isWhole = stats.size <= longestWhole;
      const bytes = Buffer.alloc(isWhole ? stats.size : endOfLong);
      const length = readSync(descriptor, bytes, 0, bytes.length, stats.size - bytes.length);
      return textOfBytes(bytes.subarray(0, length), isWhole);
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return undefined;
  }
}

/** A file of UTF-8 that is in memory as a whole. @returns `undefined` where it is no such text. */
export function generatedTextOf(bytes: Buffer): GeneratedText | undefined {
  return textOfBytes(bytes, true);
}

function textOfBytes(bytes: Buffer, isWhole: boolean): GeneratedText | undefined {
  return bytes.includes(0) ? undefined : generatedText(bytes.toString('utf8').replace(/^\uFEFF/, ''), isWhole);
}

function generatedText(text: string, isWhole: boolean): GeneratedText {
  let starts: readonly number[] | undefined;
  return {
    text,
    isWhole,
    offsetOf(line, column) {
      if (!isWhole) return undefined;
      starts ??= lineStartsOf(text);
      const start = starts[line - 1];
      return start === undefined || start + column - 1 > text.length ? undefined : start + column - 1;
    },
  };
}
