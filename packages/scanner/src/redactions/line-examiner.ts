import { confidenceOf, isAtLeast } from '@submit-guard/core';
import type { Match, Range } from '@submit-guard/core';
import type { Engine } from '../pipeline/engine.ts';
import { LearnedKeys } from './learned-keys.ts';
import { behindLine, lineStart } from './line-ends.ts';
import { Masks } from './masks.ts';
import { readableText } from './readable-text.ts';
import { tagOf } from './tag.ts';

/** What finds keys. */
export interface RedactionEngine extends Pick<Engine, 'search' | 'detector' | 'minConfidence'> {
  /** Keys are known, or the configuration has patterns or names: a key may stand where no word of a credential does. */
  readonly hasOwnValues: boolean;
}

/** Characters before a line that are looked at with it: a trace of a request names the host some lines before the header. */
export const lookBack = 4096;

/** Characters in which a word of a credential stands before the line of a key, if it does at all. */
const nearby = 1024;

/** Words without which nothing is a key of anybody, and what could be one in disguise. */
const credentialWords = /auth|bearer|token|key|secret|passw|pwd|credential|jwt|login|basic|@|atomyx(?!\.io)|[a-z0-9+/=]{40}|\\[xu]|%[2-7][0-9a-f]/i;

/** Lines that are being released, behind the last of what has been released before. */
export interface Stretch {
  readonly bytes: Buffer;
  /** Offset of the first line. */
  readonly start: number;
  /** The bytes, one a character. */
  readonly text: string;
  readonly masks: Masks;
}

/** Finds the keys in lines: each is judged by itself and by what has gone out before it. */
export class LineExaminer {
  readonly #engine: RedactionEngine;
  readonly #learned = new LearnedKeys();

  constructor(engine: RedactionEngine) {
    this.#engine = engine;
  }

  /** Finds keys in whole lines. Where nothing can be, they are not looked at one by one. */
  examineLines(before: Buffer, lines: Buffer): Stretch {
    const stretch = this.#load(before, lines);
    if (!this.#mayHoldKeys(stretch)) return stretch;
    const { bytes, start, masks } = stretch;
    const places = this.#engine.search.placesNear(0, bytes.length, lookBack) ?? [{ start, end: bytes.length }];
    let next = 0;
    for (let line = start; line < bytes.length;) {
      while ((places[next]?.end ?? Infinity) <= line) next++;
      // Behind a tag, more lines are near than it seems: it is shorter than the key.
      if (masks.isEmpty) {
        const place = places[next];
        if (place === undefined) break;
        if (place.start > line) line = Math.max(line, lineStart(bytes, Math.min(place.start, bytes.length - 1)));
      }
      const end = behindLine(bytes, line);
      this.#examine(stretch, { start: line, end });
      line = end;
    }
    return stretch;
  }

  /** Finds keys in a part of a line that is too long to be held. */
  examinePart(before: Buffer, part: Buffer): Stretch {
    const stretch = this.#load(before, part);
    if (this.#mayHoldKeys(stretch)) this.#examine(stretch, { start: stretch.start, end: stretch.bytes.length });
    return stretch;
  }

  /** Puts lines into the memory of the search, behind what has gone out before. */
  #load(before: Buffer, lines: Buffer): Stretch {
    const start = before.length;
    const memory = this.#engine.search.memory(start + lines.length);
    memory.set(before);
    memory.set(lines, start);
    const bytes = start === 0 ? lines : Buffer.concat([before, lines]);
    const masks = new Masks();
    for (const mask of this.#learned.in(bytes, start)) masks.add(mask);
    let text: string | undefined;
    return {
      bytes,
      start,
      masks,
      get text() {
        return (text ??= bytes.toString('latin1'));
      },
    };
  }

  #mayHoldKeys({ bytes: { length } }: Stretch): boolean {
    const { search } = this.#engine;
    return !search.isClean(length) && search.signsIn(0, length).candidates;
  }

  #examine({ bytes, text, masks }: Stretch, line: Range): void {
    const { search, detector, minConfidence } = this.#engine;
    const context = contextOf(text, line.start, masks);
    const own = text.slice(line.start, line.end).replace(/[\r\n]+$/, '');
    if (!hasWord(own) && !hasWord(context.slice(-nearby)) && !(this.#engine.hasOwnValues && search.signsIn(line.start, line.end).candidates)) return;
    const seen = context + own;
    const moved = line.start - context.length;
    const { text: readable, byteAt } = readableText(seen);
    for (const match of detector.detect(readable)) {
      if (match.secret === undefined || !isAtLeast(confidenceOf(match.evidence), minConfidence)) continue;
      const tag = tagOf(match.secret);
      for (const range of match.pieces ?? [match]) {
        const start = Math.max(byteAt(range.start) + moved, line.start);
        const end = byteAt(range.end) + moved;
        if (start < end) masks.add({ start, end, tag });
      }
      const value = plainValue(match, seen, byteAt);
      if (value !== undefined && this.#learned.add(value, tag)) for (const mask of this.#learned.occurrencesOf(value, bytes, line.start)) masks.add(mask);
    }
  }
}

function hasWord(text: string): boolean {
  return credentialWords.test(text);
}

/** What is seen with a line: what has gone out before it, from the beginning of a line if one begins close enough. */
function contextOf(text: string, start: number, masks: Masks): string {
  const before = masks.lastBefore(text, start, lookBack);
  if (before.length < lookBack) return before;
  const context = before.slice(-lookBack);
  return context.slice(context.search(/\n|\r(?!\n)/) + 1);
}

/** A key as it stands in bytes, one a character, where it does as it is. */
function plainValue({ start, end, pieces, via }: Match, bytes: string, byteAt: (offset: number) => number): string | undefined {
  return pieces === undefined && via.length === 0 ? bytes.slice(byteAt(start), byteAt(end)) : undefined;
}
