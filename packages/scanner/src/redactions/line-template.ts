import { randomTokenIn } from '@submit-guard/core';
import { digit, isAddress, isCredibleRun, isSeparator, isUuid, kinds, letter, lineEnd, longestNumber, runStart, standsAlone } from './line-runs.ts';
import type { LinePart } from './line-shapes.ts';
import { marks } from './line-shapes.ts';
import { anyDigit, steps, stepSize, templateOf } from './template-steps.ts';

/** How many signs there are, see {@link tokenSign}. */
const signs = 7;

/**
 * A line of a shape, as bytes to compare others with, which takes a fraction of the time in which a line is read. It says yes only where {@link LineShapes} would come to the
 * same key, but for what counts of the tokens, and no where in doubt.
 */
export class LineTemplate {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #steps: Int32Array;
  /** Offsets of the random tokens of the line that was compared last, each with its start and end. */
  readonly tokens: Int32Array;

  #signature = 0;

  /**
   * @param line - without its end.
   * @param parts - what differs in lines of its shape, in offsets of the line.
   */
  constructor(line: Uint8Array, parts: readonly LinePart[]) {
    ({ bytes: this.#bytes, steps: this.#steps } = templateOf(line, parts));
    this.#view = new DataView(this.#bytes.buffer, this.#bytes.byteOffset, this.#bytes.length);
    const tokens = parts.filter(({ kind }) => kind === 'token' || kind === 'base64url' || kind === 'uuid');
    this.tokens = new Int32Array(2 * tokens.length);
    this.#signature = tokens.reduce((signature, { start, end }) => signature * signs + tokenSign(line, start, end), 0);
  }

  /** What counts of the tokens of the line that was compared last. Lines that are alike have the same key if this is the same. */
  get signature(): number {
    return this.#signature;
  }

  /**
   * Compares the line that begins at an offset, behind a line end or nothing.
   *
   * @param view - of the same bytes.
   * @returns the offset at which the line ends, or -1.
   */
  match(bytes: Uint8Array, view: DataView, start: number): number {
    const own = this.#bytes;
    const ownView = this.#view;
    const plan = this.#steps;
    let at = start;
    let ours = 0;
    let token = 0;
    let signature = 0;
    for (let step = 0; step < plan.length; step += stepSize) {
      const signed = plan[step] ?? 0;
      const equal = signed < 0 ? -signed : signed;
      if (at + equal > bytes.length) return -1;
      if (signed < 0 ? !areAlike(bytes, at, own, ours, equal) : !areEqual(view, at, ownView, ours, equal)) return -1;
      at += equal;
      ours += equal;
      const kind = plan[step + 1] ?? 0;
      const length = plan[step + 2] ?? 0;
      if (kind === steps.number) {
        const end = behindNumbers(bytes, at, own, ours, length);
        if (end === -1 || end - at > longestNumber) return -1;
        at = end;
      } else if (kind === steps.token || kind === steps.uuid || kind === steps.base64url) {
        const end = at + length;
        if (isUuid(bytes, at) !== (kind === steps.uuid) || (kind !== steps.uuid && !isRun(bytes, at, end, kind === steps.base64url))) return -1;
        const sign = standsAlone(bytes, at, end) ? tokenSign(bytes, at, end) : 0;
        if (sign === 0) return -1;
        signature = signature * signs + sign;
        this.tokens[token++] = at;
        this.tokens[token++] = end;
        at = end;
      } else if (!isAlike(kind, bytes, start, at)) return -1;
      ours += length;
    }
    this.#signature = signature;
    return at === bytes.length || kinds[bytes[at] ?? 0] === lineEnd ? at : -1;
  }
}

/** Whether a place that is alike is so in what stands around it, too. */
function isAlike(kind: number, bytes: Uint8Array, start: number, at: number): boolean {
  if (kind === steps.run) return !isCredibleRun(bytes, runStart(bytes, at, start), at);
  if (kind === steps.notUuid) return !isUuid(bytes, at);
  return kind === steps.end || isAddress(bytes, at) === (kind === steps.inAddress);
}

/** What of a token counts for its shape, besides its length: its mark there; 0 where it is none. */
function tokenSign(bytes: Uint8Array, start: number, end: number): number {
  const token = randomTokenIn(bytes, start, end);
  return token === undefined ? 0 : marks[token] + (kinds[bytes[start] ?? 0] === letter ? 1 : 0);
}

/** Whether so many bytes are equal, but for digits. */
function areAlike(bytes: Uint8Array, start: number, own: Uint8Array, ownStart: number, length: number): boolean {
  for (let index = 0; index < length; index++) {
    const code = bytes[start + index] ?? 0;
    const expected = own[ownStart + index] ?? 0;
    if (code !== expected && (expected !== anyDigit || kinds[code] !== digit)) return false;
  }
  return true;
}

/** Whether so many bytes are equal: four at a time. */
function areEqual(view: DataView, start: number, own: DataView, ownStart: number, length: number): boolean {
  let index = 0;
  for (; index + 4 <= length; index += 4) if (view.getInt32(start + index) !== own.getInt32(ownStart + index)) return false;
  for (; index < length; index++) if (view.getUint8(start + index) !== own.getUint8(ownStart + index)) return false;
  return true;
}

/** Where something ends that differs in numbers alone; -1 where it does not. */
function behindNumbers(bytes: Uint8Array, start: number, own: Uint8Array, ownStart: number, length: number): number {
  let at = start;
  const ownEnd = ownStart + length;
  for (let index = ownStart; index < ownEnd; index++) {
    if (own[index] !== anyDigit) {
      if (bytes[at++] !== own[index]) return -1;
    } else if (index === ownStart || own[index - 1] !== anyDigit) {
      const from = at;
      while (at < bytes.length && kinds[bytes[at] ?? 0] === digit) at++;
      if (at === from) return -1;
    }
  }
  return at;
}

/** Whether letters and digits, and what separates these in base64url, stand between two offsets. */
function isRun(bytes: Uint8Array, start: number, end: number, isBase64url: boolean): boolean {
  if (end > bytes.length) return false;
  for (let at = start; at < end; at++) {
    const code = bytes[at] ?? 0;
    const kind = kinds[code];
    if (kind !== digit && kind !== letter && !(isBase64url && isSeparator(code))) return false;
  }
  return true;
}
