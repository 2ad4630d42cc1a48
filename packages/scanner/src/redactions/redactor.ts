import type { RedactionEngine, Stretch } from './line-examiner.ts';
import { LineExaminer, lookBack } from './line-examiner.ts';
import { behindLastLine, behindLine, isLongLine, longestLine } from './line-ends.ts';

/** What keys are made of; a line that is too long is cut elsewhere. */
const insideKey = /[\w\-.+/~=%\\:]/;

/**
 * Replaces keys in a stream of bytes, and nothing else. Every line is judged by itself and by what has gone out before it, so that it can go out as
 * soon as it is finished, and so that what comes out neither depends on how the stream is cut into pieces nor changes when it is redacted
 * again. A key that has been found is replaced wherever it stands from then on.
 */
export class Redactor {
  readonly #examiner: LineExaminer;
  /** What of a line has come that is not finished. */
  #pending: Buffer[] = [];
  #pendingLength = 0;
  /** The last of what has gone out. */
  #before: Buffer = Buffer.alloc(0);
  #masked = 0;

  constructor(engine: RedactionEngine) {
    this.#examiner = new LineExaminer(engine);
  }

  /** How many places have been replaced. */
  get masked(): number {
    return this.#masked;
  }

  /** Takes the next bytes. @returns what is finished, in order; views of the bytes where nothing was replaced. */
  push(chunk: Buffer): readonly Buffer[] {
    const whole = this.#pendingLength === 0 ? chunk : this.#joined(chunk);
    if (whole === undefined) return [];
    const end = behindLastLine(whole);
    const output = [...this.#finish(whole.subarray(0, end))];
    const rest = this.#shorten(whole.subarray(end), output);
    // A copy, so that a few bytes do not keep a large piece in memory.
    this.#pending = rest.length === 0 ? [] : [Buffer.from(rest)];
    this.#pendingLength = rest.length;
    return output;
  }

  /** Takes the end of the stream. @returns the rest. */
  end(): readonly Buffer[] {
    const rest = Buffer.concat(this.#pending);
    this.#pending = [];
    this.#pendingLength = 0;
    return this.#release(rest);
  }

  /** Pieces of a line are joined when it is finished or too long to be held, and not with every piece. */
  #joined(chunk: Buffer): Buffer | undefined {
    const mayEnd = this.#pending.at(-1)?.at(-1) === 0x0d || behindLastLine(chunk) > 0 || this.#pendingLength + chunk.length >= longestLine;
    this.#pending.push(chunk);
    this.#pendingLength += chunk.length;
    return mayEnd ? Buffer.concat(this.#pending) : undefined;
  }

  /** Releases finished lines. Those that are too long are let go in the same pieces as if they had come bit by bit. */
  #finish(lines: Buffer): readonly Buffer[] {
    if (lines.length < longestLine) return this.#release(lines);
    const output: Buffer[] = [];
    let from = 0;
    for (let line = 0; line < lines.length;) {
      const end = behindLine(lines, line);
      if (isLongLine(lines.subarray(line, end))) {
        output.push(...this.#release(lines.subarray(from, line)));
        from = end - this.#shorten(lines.subarray(line, end), output).length;
      }
      line = end;
    }
    return [...output, ...this.#release(lines.subarray(from))];
  }

  /** Lets go of the beginning of a line that is too long to be held. @returns the rest of it. */
  #shorten(line: Buffer, output: Buffer[]): Buffer {
    let rest = line;
    while (isLongLine(rest)) {
      const stretch = this.#examiner.examinePart(this.#before, rest.subarray(0, longestLine));
      const end = cutOf(stretch);
      output.push(...this.#put(stretch, end));
      rest = rest.subarray(end - stretch.start);
    }
    return rest;
  }

  #release(lines: Buffer): readonly Buffer[] {
    if (lines.length === 0) return [];
    const stretch = this.#examiner.examineLines(this.#before, lines);
    return this.#put(stretch, stretch.bytes.length);
  }

  /** Gives out a stretch up to an offset. */
  #put({ bytes, start, masks }: Stretch, end: number): readonly Buffer[] {
    const { output, count } = masks.apply(bytes, start, end);
    this.#masked += count;
    this.#before = Buffer.from(output.length >= lookBack ? output.subarray(-lookBack) : Buffer.concat([bytes.subarray(0, start), output]).subarray(-lookBack));
    return output.length > 0 ? [output] : [];
  }
}

/** Where a line that is too long is cut: half-way, but not within a key or what may be one. */
function cutOf({ text, start, masks }: Stretch): number {
  let end = start + longestLine / 2;
  while (end > start + longestLine / 4 && insideKey.test(text.charAt(end - 1))) end--;
  const crossing = masks.across(end);
  if (crossing === undefined) return end;
  return crossing.start === start ? crossing.end : crossing.start;
}
