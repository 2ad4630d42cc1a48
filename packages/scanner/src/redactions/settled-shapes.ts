import type { Range } from '@submit-guard/core';
import { isClosed } from './closed-lines.ts';
import { probes } from './probes.ts';

/** Finds the keys in a line behind a context. @returns ranges of the line, as far as they lie in it. */
export type Judge = (context: string, line: string) => readonly Range[];

/** What is known of lines of a shape, or of those behind certain others. */
export interface Settlement {
  /** The tokens that are keys in all of them, by their ordinals among the random tokens; `undefined` where that is not known. */
  verdict: readonly number[] | undefined;
  /** Met once; looked into; known for being judged by what stands in front of them. */
  state: 'new' | 'met' | 'settled' | 'open';
}

/** What is known of a shape. */
export interface KnownShape extends Settlement {
  readonly id: number;
  /** Nothing in such a line has its end in a later one. */
  readonly isClosed: boolean;
  /** Such a line begins something of its own: an entry of a log, or what stands behind a blank line. */
  readonly begins: boolean;
}

/** A line that was judged where it stands. */
export interface JudgedLine {
  readonly text: string;
  /** Its random tokens, as ranges of the line. */
  readonly tokens: readonly Range[];
  /** The keys that were found in it, likewise. */
  readonly found: readonly Range[];
}

/** Shapes, and shapes behind others, that are remembered at most; then all are forgotten. */
const most = 10_000;

/** The beginning of a key of a line that begins an entry: a date or an object, or nothing at all. */
const beginning = /^(?:$|\[?0000-00-00|\{")/;

/**
 * Shapes of lines of which is known which tokens in them are keys, whatever stands in front of them as long as that is closed, or where some lines of known shapes do. That
 * is settled when they are met for the second time: where a line is judged alike behind every probe, and where it stands.
 */
export class SettledShapes {
  readonly #shapes = new Map<string, KnownShape>();
  readonly #blocks = new Map<string, Settlement>();
  readonly #judge: Judge;
  #lastId = 0;

  constructor(judge: Judge) {
    this.#judge = judge;
  }

  /** What is known of the lines with a key. @param text - makes the text of one of them. */
  of(key: string, text: () => string): KnownShape {
    const known = this.#shapes.get(key);
    if (known !== undefined) return known;
    const shape: KnownShape = { id: ++this.#lastId, isClosed: isClosed(text()), begins: beginning.test(key), verdict: undefined, state: 'new' };
    if (this.#shapes.size >= most) this.#shapes.clear();
    this.#shapes.set(key, shape);
    return shape;
  }

  /** What is known of a line behind lines of certain shapes. @param block - all of their ids, and that of its own shape. */
  ofBlock(block: string): Settlement {
    const known = this.#blocks.get(block);
    if (known !== undefined) return known;
    const settlement: Settlement = { verdict: undefined, state: 'new' };
    if (this.#blocks.size >= most) this.#blocks.clear();
    this.#blocks.set(block, settlement);
    return settlement;
  }

  /** Learns from a line. @param context - makes the lines in front that are a part of what is to be settled. */
  learn(settlement: Settlement, line: JudgedLine, context: () => string = () => ''): void {
    if (settlement.state === 'new') settlement.state = 'met';
    else if (settlement.state === 'met') {
      settlement.verdict = this.#verdictOn(line, context());
      settlement.state = settlement.verdict === undefined ? 'open' : 'settled';
    }
  }

  #verdictOn({ text, tokens, found }: JudgedLine, context: string): readonly number[] | undefined {
    const verdict = ordinalsOf(found, tokens);
    if (verdict === undefined) return undefined;
    return probes.every((probe) => ordinalsOf(this.#judge(probe + context, text), tokens)?.join() === verdict.join()) ? verdict : undefined;
  }
}

/** Ranges as ordinals of tokens; `undefined` where one is none of these. */
function ordinalsOf(ranges: readonly Range[], tokens: readonly Range[]): readonly number[] | undefined {
  const ordinals = ranges.map(({ start, end }) => tokens.findIndex((token) => token.start === start && token.end === end));
  return ordinals.includes(-1) ? undefined : [...new Set(ordinals)].sort((a, b) => a - b);
}
