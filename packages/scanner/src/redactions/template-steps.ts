import { latin1 } from '@submit-guard/core';
import type { Range } from '@submit-guard/core';
import { digit, isAddress, kinds, lengthOfUuid, letter, longestNumber } from './line-runs.ts';
import type { LinePart } from './line-shapes.ts';

/** What is done behind bytes that are equal. Some ask whether a line is none of the shape, although it is alike. */
export const steps = { end: 0, number: 1, token: 2, uuid: 3, run: 4, notUuid: 5, inAddress: 6, notInAddress: 7, base64url: 8 } as const;

/** Numbers that a step is made of: equal bytes in front, negative if there is any digit among them; what is done; and the length of the part. */
export const stepSize = 3;

/** Stands in the bytes of a template for any digit; bytes beyond ASCII are in no template. */
export const anyDigit = 0xff;

const dot = 0x2e;
const hyphen = 0x2d;

/** A line as bytes, with what differs in others of its shape. */
export interface Template {
  readonly bytes: Uint8Array;
  readonly steps: Int32Array;
}

/**
 * Makes a template of a line. What a reading of a line comes to by what stands around a place is told here where that is the same in all lines that are alike; the rest is a step.
 *
 * @param line - without its end.
 * @param parts - what differs in lines of its shape, in offsets of the line.
 */
export function templateOf(line: Uint8Array, parts: readonly LinePart[]): Template {
  const bytes = Uint8Array.from(line);
  const plan: number[] = [];
  let at = 0;
  const add = (step: keyof typeof steps, from: number, to: number): void => {
    const equal = bytes.subarray(at, from);
    plan.push(equal.includes(anyDigit) ? -equal.length : equal.length, steps[step], to - from);
    at = to;
  };
  /** Looks at what is equal in all lines. */
  const addEqual = (from: number, to: number): void => {
    for (const run of runsIn(line, from, to)) {
      if (mayBeUuid(line, run.start, 0, parts)) add('notUuid', run.start, run.start);
      if (isByDot(line, run) && isAddress(line, run.start)) add('inAddress', run.start, run.start);
    }
  };
  let equalFrom = 0;
  for (const { kind, start, end } of parts) {
    if (kind !== 'number in head' && at < equalFrom) add('end', equalFrom, equalFrom);
    addEqual(equalFrom, start);
    equalFrom = end;
    if (kind === 'number' || kind === 'number in head') {
      if (kind === 'number' ? mayBeUuid(line, end, longestNumber, parts) : mayBeUuid(line, start, 0, parts)) add('notUuid', start, start);
      if (isByDot(line, { start, end }) && line.subarray(start, end).every((code) => kinds[code] === digit)) add('notInAddress', start, start);
      for (let index = start; index < end; index++) if (kinds[line[index] ?? 0] === digit) bytes[index] = anyDigit;
      if (kind === 'number') add('number', start, end);
    } else add(kind, start, end);
  }
  if (at < equalFrom) add('end', equalFrom, equalFrom);
  addEqual(equalFrom, line.length);
  add('end', line.length, line.length);
  return { bytes, steps: Int32Array.from(plan) };
}

function isByDot(line: Uint8Array, { start, end }: Range): boolean {
  return line[start - 1] === dot || line[end] === dot;
}

/** Runs of letters and digits between two offsets. */
function runsIn(line: Uint8Array, from: number, to: number): readonly Range[] {
  return Array.from(latin1(line, from, to).matchAll(/[A-Za-z\d]+/g), ({ 0: run, index }) => ({ start: from + index, end: from + index + run.length }));
}

/**
 * Whether a UUID could stand in a line that is alike, where it is known from an offset on.
 *
 * @param before - how many characters at most the UUID would have in front of the offset.
 */
function mayBeUuid(line: Uint8Array, offset: number, before: number, parts: readonly LinePart[]): boolean {
  const known = parts.find(({ kind, start }) => start >= offset && kind === 'number')?.start ?? Infinity;
  const end = offset + lengthOfUuid - before;
  for (let at = offset; at < end; at++) {
    if (at >= known) return true;
    const kind = kinds[line[at] ?? 0];
    if (at === line.length || (kind !== digit && kind !== letter && line[at] !== hyphen)) return false;
  }
  return true;
}
