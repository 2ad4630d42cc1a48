import type { Range } from '../evidence/evidence.ts';
import { innermostPair, lastAtMost } from '../layouts/brackets.ts';
import { Layout } from '../layouts/layout.ts';
import type { Match } from '../match.ts';

/** Names that are looked for in all of a log. */
const mostNames = 8;

const isIdentifier = /^[A-Za-z_]\w*$/;

/** A log without records that say nothing. */
export class CondensedText {
  readonly layout: Layout;
  readonly #log: string;
  /** What stays, in offsets of the log, and where each of that begins in what is left. */
  readonly #kept: readonly Range[];
  readonly #starts: readonly number[];

  constructor(text: string, kept: readonly Range[]) {
    let length = 0;
    this.#log = text;
    this.layout = new Layout(kept.map(({ start, end }) => text.slice(start, end)).join(''));
    this.#kept = kept;
    this.#starts = kept.map(({ start, end }) => (length += end - start) - (end - start));
  }

  /** Whether what was found in it is what would be found in the log: nothing has asked for what may have been left out. */
  get isTrue(): boolean {
    const { layout } = this;
    const names = [...layout.lookedUp];
    return layout.records !== undefined && !layout.reachesFar && names.length <= mostNames && names.every((name) => this.#standsOnce(name)) && this.#starts.every((start) => innermostPair(layout.brackets, start) === -1);
  }

  /** Whether a name stands in the log once, where it is used: then nothing else says what it stands for. */
  #standsOnce(name: string): boolean {
    return isIdentifier.test(name) && (this.#log.match(new RegExp(`(?<!\\w)${name}(?!\\w)`, 'g'))?.length ?? 0) < 2;
  }

  /** The same match in the log. */
  inLog(match: Match): Match {
    const { pieces } = match;
    return { ...match, ...this.#rangeInLog(match), evidence: match.evidence.map((item) => ({ ...item, ...this.#rangeInLog(item) })), ...(pieces && { pieces: pieces.map((piece) => this.#rangeInLog(piece)) }) };
  }

  #rangeInLog({ start, end }: Range): Range {
    const index = lastAtMost(this.#starts, start);
    const by = (this.#kept[index]?.start ?? 0) - (this.#starts[index] ?? 0);
    return { start: start + by, end: end + by };
  }
}
