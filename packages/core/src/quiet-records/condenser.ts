import { mentionsIn, mostMentions } from '../candidates/beside-hosts.ts';
import type { DetectorOptions } from '../detectors/detector-options.ts';
import type { LiteralDetectorOptions } from '../detectors/literal-detector.ts';
import type { Range } from '../evidence/evidence.ts';
import { lastAtMost } from '../layouts/brackets.ts';
import type { Layout } from '../layouts/layout.ts';
import { nearby } from '../layouts/layout.ts';
import { beginsRecord } from '../layouts/records.ts';
import { CondensedText } from './condensed-text.ts';
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
    if (condensed === undefined) this.learn(false);
    return condensed;
  }

  /** Learns whether what was left of a log could be used: after one where it could not, others are read as they are. */
  learn(isUseful: boolean): void {
    this.#passOver = isUseful ? 0 : this.#nextPassOver;
    this.#nextPassOver = isUseful ? 1 : Math.min(mostPassedOver, 2 * this.#nextPassOver);
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
