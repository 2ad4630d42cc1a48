import { mentionsIn, mostMentions } from '../candidates/beside-hosts.ts';
import type { DetectorOptions } from '../detectors/detector-options.ts';
import type { LiteralDetectorOptions } from '../detectors/literal-detector.ts';
import type { Range } from '../evidence/evidence.ts';
import { innermostPair, lastAtMost } from '../layouts/brackets.ts';
import { Layout, nearby } from '../layouts/layout.ts';
import { beginsRecord } from '../layouts/records.ts';
import type { Match } from '../match.ts';
import { QuietRecords } from './quiet-records.ts';

/** Shortest text of which something is left out, in UTF-16 units. */
const shortestText = 65_536;
/** Lines around a record that is not quiet that stay at least: what counts lines goes no further without ending at a record. */
const linesAround = 64;
/** Records at the beginning that stay: what is left must be a log as well. */
const firstRecords = 16;
/** Records that are looked into in one text; one with more shapes is read as it is. */
const mostLooks = 128;
/** Texts that are read as they are, at most, after one of which too little could be left out. */
const mostPassedOver = 64;

/** What in a record that stays might reach others that do not: see `isQuiet`. */
const reachesFar = /`|"""|'''|properties|^metadata:|^[ \t]+name[ \t]*:|["']\s{0,20}(?:\[\s{0,20})?\{|^[ \t]*\[[^\n]*(?:atomyx|submit)|<tr|<table|\*[\w-]{1,100}[ \t]*(?:[\r\n#,}]|$)/im;

/** A host that no number or token of a record can be a part of. */
const wordsWithDots = /^[a-z][a-z-]*(?:\.[a-z][\w-]*)+$/i;

/** Whether what records say can be told without what the configuration adds: names of keys may be like anything. */
export function mayCondense({ names, hosts, stagingHosts }: Pick<DetectorOptions, 'names' | 'hosts' | 'stagingHosts'>): boolean {
  return names.length === 0 && [...hosts, ...stagingHosts].every((host) => wordsWithDots.test(host));
}

const isIdentifier = /^[A-Za-z_]\w*$/;

/** A log without records that say nothing. */
export class CondensedText {
  readonly layout: Layout;
  /** What stays, in offsets of the log, and where each of that begins in what is left. */
  readonly #log: string;
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
    return layout.records !== undefined && !layout.reachesFar && [...layout.lookedUp].every((name) => this.#standsOnce(name)) && this.#starts.every((start) => innermostPair(layout.brackets, start) === -1);
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

/** Leaves out of logs what says nothing. */
export class Condenser {
  readonly #records: QuietRecords;
  readonly #hosts: readonly string[];
  #text = 0;
  #passOver = 0;
  #nextPassOver = 1;

  constructor(options: LiteralDetectorOptions) {
    this.#records = new QuietRecords(options);
    this.#hosts = options.hosts;
  }

  /** @returns `undefined` for what is no log, and where too little can be left out. */
  condense(layout: Layout): CondensedText | undefined {
    if (layout.text.length < shortestText || layout.records === undefined) return undefined;
    if (this.#passOver > 0) {
      this.#passOver--;
      return undefined;
    }
    const condensed = this.#condense(layout, layout.records);
    this.#nextPassOver = condensed === undefined ? Math.min(mostPassedOver, 2 * this.#nextPassOver) : 1;
    this.#passOver = condensed === undefined ? this.#nextPassOver : 0;
    return condensed;
  }

  #condense(layout: Layout, records: readonly number[]): CondensedText | undefined {
    const { text } = layout;
    const kept: { start: number; end: number }[] = [];
    const keep = (start: number, end: number): void => {
      let from = start;
      let to = end;
      for (let last = kept[kept.length - 1]; last !== undefined && from <= last.end; last = kept[kept.length - 1]) {
        from = Math.min(from, last.start);
        to = Math.max(to, last.end);
        kept.pop();
      }
      kept.push({ start: from, end: to });
    };
    const number = ++this.#text;
    const looks = this.#records.looks + mostLooks;
    let mentions = 0;
    let length = 0;
    const bytes = bytesOf(text);
    for (let index = 0; index < records.length; index++) {
      const start = records[index] ?? 0;
      const end = records[index + 1] ?? text.length;
      const known = index === 0 && !beginsRecord(text, 0) ? undefined : this.#records.of(text, bytes, start, end);
      if (known === undefined) {
        if (reachesFar.test(text.slice(start, end)) || this.#records.looks > looks) return undefined;
        length += end - start;
        if (length > text.length / 4) return undefined;
        const around = recordsAround(layout, records, { start, end });
        keep(around.start, around.end);
      } else if (known.metIn !== number || index < firstRecords) {
        known.metIn = number;
        keep(start, end);
      } else mentions += known.mentions;
    }
    if (kept.reduce((sum, { start, end }) => sum + end - start, 0) > text.length / 2) return undefined;
    const condensed = new CondensedText(text, kept);
    for (const _ of mentionsIn(condensed.layout.text, this.#hosts)) mentions++;
    return mentions <= mostMentions ? condensed : undefined;
  }
}

/** What stands near a record, from record to record. */
function recordsAround({ text, lines }: Layout, records: readonly number[], { start, end }: Range): Range {
  const first = Math.min(Math.max(0, start - nearby), lines[Math.max(0, lastAtMost(lines, start) - linesAround)] ?? 0);
  const last = Math.max(end + nearby, lines[lastAtMost(lines, end) + linesAround] ?? text.length);
  return { start: records[lastAtMost(records, first)] ?? 0, end: last >= text.length ? text.length : (records[lastAtMost(records, last) + 1] ?? text.length) };
}

const encoder = new TextEncoder();

/** The characters of a text as bytes, one for each: what is not ASCII is 255. */
function bytesOf(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  if (encoder.encodeInto(text, bytes).read === text.length) return bytes;
  for (let at = 0; at < text.length; at++) bytes[at] = Math.min(255, text.charCodeAt(at));
  return bytes;
}
