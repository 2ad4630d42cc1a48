import { confidenceOf, isAtLeast } from '@submit-guard/core';
import type { Match, Range } from '@submit-guard/core';
import type { Engine } from '../pipeline/engine.ts';
import { isClosed } from './closed-lines.ts';
import { CredentialWords, holdsCredible } from './credential-words.ts';
import { FamiliarLines } from './familiar-lines.ts';
import { LearnedKeys } from './learned-keys.ts';
import { behindLine, lineStart, withoutEnd } from './line-ends.ts';
import { Masks } from './masks.ts';
import { OwnPlaces } from './own-places.ts';
import { readableText } from './readable-text.ts';
import type { KnownShape } from './settled-shapes.ts';
import { SettledShapes } from './settled-shapes.ts';
import { Surroundings } from './surroundings.ts';
import { TagMemo } from './tag-memo.ts';
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

/** So many times text that follows on text full of signs is taken for full of them. */
const recheck = 32;

/** Lines that are being released, behind the last of what has been released before. */
export interface Stretch {
  readonly bytes: Buffer;
  /** Offset of the first line. */
  readonly start: number;
  /** The bytes, one a character. */
  readonly text: string;
  readonly masks: Masks;
  readonly words: CredentialWords;
  /** Whether something that only this run looks for may begin between two offsets; asked for ascending ones. */
  readonly holdsOwn: (start: number, end: number) => boolean;
}

/** Finds the keys in lines: each is judged by itself and by what has gone out before it. */
export class LineExaminer {
  readonly #engine: RedactionEngine;
  readonly #learned = new LearnedKeys();
  readonly #settled: SettledShapes;
  readonly #lines: FamiliarLines;
  readonly #tags = new TagMemo();
  /** How many times in a row the text was full of signs, or taken to be. */
  #fullOfSigns = 0;
  /** Twice what is seen, as tags are shorter than keys. */
  readonly #surroundings = new Surroundings(2 * lookBack);

  constructor(engine: RedactionEngine) {
    this.#engine = engine;
    this.#settled = new SettledShapes((context, line) => [...this.#keysIn(context, line)].flatMap(({ ranges }) => ranges));
    this.#lines = new FamiliarLines(this.#settled);
  }

  /** Finds keys in whole lines. Where nothing can be, they are not looked at one by one. */
  examineLines(before: Buffer, lines: Buffer): Stretch {
    const stretch = this.#load(before, lines);
    if (!this.#mayHoldKeys(stretch)) {
      this.#skipTo(stretch.start, stretch.bytes.length);
      return stretch;
    }
    const { bytes, start, masks } = stretch;
    const places = this.#placesIn(bytes.length) ?? [{ start, end: bytes.length }];
    let next = 0;
    for (let line = start; line < bytes.length;) {
      while ((places[next]?.end ?? Infinity) <= line) next++;
      // Behind a tag, more lines are near than it seems: it is shorter than the key.
      if (masks.isEmpty) {
        const place = places[next];
        if (place === undefined) {
          this.#skipTo(line, bytes.length);
          break;
        }
        if (place.start > line) line = this.#skipTo(line, Math.max(line, lineStart(bytes, Math.min(place.start, bytes.length - 1))));
      }
      line = this.#examineLine(stretch, line);
    }
    return stretch;
  }

  /** Where alone keys may be. In the midst of text that is full of signs, it is not asked each time. */
  #placesIn(length: number): readonly Range[] | undefined {
    if (this.#fullOfSigns % recheck > 0) {
      this.#fullOfSigns++;
      return undefined;
    }
    const places = this.#engine.search.placesNear(0, length, lookBack);
    this.#fullOfSigns = places === undefined ? this.#fullOfSigns + 1 : 0;
    return places;
  }

  /** Finds keys in a part of a line that is too long to be held. */
  examinePart(before: Buffer, part: Buffer): Stretch {
    const stretch = this.#load(before, part);
    if (this.#mayHoldKeys(stretch)) this.#examine(stretch, { start: stretch.start, end: stretch.bytes.length }, false);
    this.#skipTo(stretch.start, stretch.bytes.length);
    return stretch;
  }

  /** Puts lines into the memory of the search, behind what has gone out before. */
  #load(before: Buffer, lines: Buffer): Stretch {
    const { search, hasOwnValues } = this.#engine;
    const start = before.length;
    const memory = search.memory(start + lines.length);
    memory.set(before);
    memory.set(lines, start);
    const bytes = start === 0 ? lines : Buffer.concat([before, lines]);
    const masks = new Masks();
    for (const mask of this.#learned.in(bytes, start)) masks.add(mask);
    let text: string | undefined;
    let words: CredentialWords | undefined;
    let own: OwnPlaces | undefined;
    return {
      bytes,
      start,
      masks,
      get text() {
        return (text ??= bytes.toString('latin1'));
      },
      get words() {
        return (words ??= new CredentialWords(this.text));
      },
      holdsOwn: (from, to) => {
        if (!hasOwnValues) return false;
        own ??= new OwnPlaces(search.ownPlacesIn(0, bytes.length));
        return own.standIn(from, to);
      },
    };
  }

  #mayHoldKeys({ bytes: { length } }: Stretch): boolean {
    return this.#engine.search.signsIn(0, length).candidates;
  }

  /** Passes over text that nobody looks at. @returns where it ends. */
  #skipTo(line: number, end: number): number {
    if (end > line) this.#surroundings.passUnknown(false, end - line);
    return end;
  }

  /** Finds the keys in a line. @returns the offset behind it. */
  #examineLine(stretch: Stretch, line: number): number {
    const { bytes } = stretch;
    const shape = this.#lines.read(bytes, line);
    const { end } = this.#lines;
    if (shape === undefined) {
      const behind = end === -1 ? behindLine(bytes, line) : end;
      this.#examine(stretch, { start: line, end: behind });
      this.#surroundings.passUnknown(isClosed(withoutEnd(stretch.text.slice(line, behind))), (behind - line) / 2);
      return behind;
    }
    this.#surroundings.pass(shape, this.#examineShaped(stretch, { start: line, end }, shape));
    return end;
  }

  /** Finds the keys in a line of a known shape, which has been read last. @returns the bytes that are left of it without them. */
  #examineShaped(stretch: Stretch, line: Range, shape: KnownShape): number {
    const length = line.end - line.start;
    const maySettle = this.#surroundings.isClosed && !stretch.holdsOwn(line.start, line.end);
    const block = maySettle && shape.state === 'open' ? this.#surroundings.blockWith(shape) : undefined;
    const settlement = block === undefined ? shape : this.#settled.ofBlock(block);
    if (maySettle && settlement.verdict !== undefined) return length - this.#carryOut(settlement.verdict, stretch, line.start);
    const tokens = this.#lines.tokens.map((token) => within(token, line));
    const found = this.#examine(stretch, line);
    if (maySettle) {
      const context = (): string => lastLines(contextOf(stretch.text, line.start, stretch.masks), this.#surroundings.blockLength);
      this.#settled.learn(settlement, { text: withoutEnd(stretch.text.slice(line.start, line.end)), tokens, found: found.map((range) => within(range, line)) }, block === undefined ? undefined : context);
    }
    return length - found.reduce((sum, { start, end }) => sum + end - start, 0);
  }

  /** Replaces the tokens of the line that was read last of which is settled that they are keys. @returns how many bytes these have. */
  #carryOut(verdict: readonly number[], stretch: Stretch, line: number): number {
    let length = 0;
    for (const ordinal of verdict) {
      const token = this.#lines.token(ordinal);
      const value = stretch.bytes.toString('latin1', token.start, token.end);
      this.#put(stretch, token, this.#tags.of(value), line, value);
      length += token.end - token.start;
    }
    return length;
  }

  /**
   * Finds the keys in a line by all that stands in front of it.
   *
   * @param isWhole - whether the line ends there; what a part of one ends with may be the beginning of a key, which is met again.
   * @returns where, in offsets of the stretch.
   */
  #examine(stretch: Stretch, line: Range, isWhole = true): readonly Range[] {
    const { search, hasOwnValues } = this.#engine;
    const { text, masks } = stretch;
    const own = withoutEnd(text.slice(line.start, line.end));
    const mayHoldKey = (hasWordNear(stretch, line) && holdsCredible(own)) || (hasOwnValues && search.signsIn(line.start, line.end).candidates);
    if (!mayHoldKey) return [];
    const found: Range[] = [];
    for (const { ranges, tag, value } of this.#keysIn(contextOf(text, line.start, masks), own)) {
      for (const range of ranges) {
        const place = { start: range.start + line.start, end: range.end + line.start };
        if (!isWhole && place.end === line.end) continue;
        found.push(place);
        this.#put(stretch, place, tag, line.start, value);
      }
    }
    return found;
  }

  /** The keys of a line behind a context. */
  *#keysIn(context: string, own: string): Generator<FoundKey> {
    const { detector, minConfidence } = this.#engine;
    const seen = context + own;
    const { text, byteAt } = readableText(seen);
    for (const match of detector.detect(text)) {
      if (match.secret === undefined || !isAtLeast(confidenceOf(match.evidence), minConfidence)) continue;
      const ranges = (match.pieces ?? [match]).map(({ start, end }) => ({ start: Math.max(byteAt(start) - context.length, 0), end: byteAt(end) - context.length }));
      yield { ranges: ranges.filter(({ start, end }) => start < end), tag: tagOf(match.secret), value: plainValue(match, seen, byteAt) };
    }
  }

  /** Replaces a key, and from a line on all that is equal to it if that is new. */
  #put({ bytes, masks }: Stretch, { start, end }: Range, tag: string, line: number, value: string | undefined): void {
    masks.add({ start, end, tag });
    if (value !== undefined && this.#learned.add(value, tag)) for (const mask of this.#learned.occurrencesOf(value, bytes, line)) masks.add(mask);
  }
}

/** A key in a line. */
interface FoundKey {
  /** Its pieces, as far as they stand in the line. */
  readonly ranges: readonly Range[];
  readonly tag: string;
  /** The key as it stands in bytes, one a character, where it does as it is. */
  readonly value: string | undefined;
}

function within({ start, end }: Range, line: Range): Range {
  return { start: start - line.start, end: end - line.start };
}

/** The last so many lines of a context, all of which end. */
function lastLines(context: string, count: number): string {
  const lines = context.split(/(?<=\n|\r(?!\n))/);
  return lines.slice(-count).join('');
}

function hasWordNear({ text, masks, words }: Stretch, line: Range): boolean {
  const from = Math.max(0, line.start - nearby);
  if (!masks.touch(from, line.start)) return words.standIn(from, line.end);
  // More is near than it seems: a tag is shorter than the key.
  const near = masks.lastBefore(text, line.start, nearby).slice(-nearby);
  return new CredentialWords(near + text.slice(line.start, line.end)).standIn(0, Infinity);
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
