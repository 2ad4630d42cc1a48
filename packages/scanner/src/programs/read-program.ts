import type { DetectorOptions, Match } from '@submit-guard/core';
import { compileNames, confidenceOf, isAtLeast } from '@submit-guard/core';
import { mayConcernSubmit, mayHideKey } from '@submit-guard/dataflow';
import { isComponent, waysToParse, waysToParseBlock } from './languages.ts';
import { loadAnalysis } from './load-analysis.ts';
import type { Question } from './parser.ts';
import { Parser } from './parser.ts';
import { programWindows } from './program-windows.ts';
import { scriptBlocksOf } from './script-blocks.ts';

/** What a text comes to once it has been read as a program, where it is one. */
export interface ProgramReading {
  readonly matches: readonly Match[];
  /** Why a program that could hold a key was read as mere text. */
  readonly unparsed?: Unparsed;
}

export interface Unparsed {
  readonly cause: 'parser missing' | 'parser failed' | 'syntax' | 'size' | 'depth';
  readonly reason: string;
}

/**
 * Reads a text as a program where its path says that it is one and its text that data flow may change what was found.
 *
 * @param literal - what the detector found in the text; stands where the text cannot be read as a program.
 */
export type ProgramReader = (text: string, path: string, literal: readonly Match[]) => ProgramReading;

/**
 * UTF-16 units. A bundle of one megabyte takes some two seconds of processor time to parse and analyse, and 100 MB of memory while that lasts; only
 * bundles that speak to Submit cost that much. Of longer programs, parts are read that are so long together.
 */
const longestProgram = 2_097_152;

/** UTF-16 units of a part of a longer program; it has four at most. */
const longestWindow = 524_288;

/** @param parser - only tests bring their own. */
export function createProgramReader(
  { hosts, stagingHosts, names, formats, patternEngine }: Pick<DetectorOptions, 'hosts' | 'stagingHosts' | 'names' | 'formats' | 'patternEngine'>,
  parser = new Parser(),
): ProgramReader {
  const options = { hosts, stagingHosts, names, formats, isSubmitName: compileNames(names, patternEngine) };

  return (text, path, literal) => {
    const isSource = waysToParse(path) !== undefined;
    if (!isSource && !isComponent(path)) return { matches: literal };
    // Doubtful matches of the detector may be corrected by data flow; otherwise, only a hidden key is worth the time.
    if (literal.every((match) => isBeyondDoubt(match) && !isCompared(text, match)) && !(mayConcernSubmit(text, path, options) && mayHideKey(text, options, literal))) return { matches: literal };
    const program = programIn(text, path);
    if (program === undefined) return { matches: literal };
    if (program.text.length > longestProgram) return inWindows(program, literal);
    return analysed(program, text, literal);
  };

  /** Reads a program, or a part of one. @param text - what it stands in, at the same offsets. */
  function analysed(program: Question, text: string, literal: readonly Match[]): ProgramReading {
    const asText = (cause: Unparsed['cause'], reason: string): ProgramReading => ({ matches: literal, unparsed: { cause, reason } });
    const parsed = parser.parse(program);
    if (parsed.kind === 'missing') return asText('parser missing', parsed.reason);
    if (parsed.kind === 'failed') return asText('parser failed', 'oxc-parser crashed on it, or took too much time or memory');
    if (parsed.kind === 'unreadable') return asText('syntax', 'it has a syntax that is not JavaScript or TypeScript');
    try {
      return { matches: loadAnalysis()(parsed.json, text, options, literal) };
    } catch (error) {
      if (error instanceof RangeError) return asText('depth', 'it is nested too deeply to be analysed');
      if (error instanceof SyntaxError) return asText('syntax', 'it declares a name twice');
      throw error;
    }
  }

  /** Reads the parts of a long program in which it speaks to Submit, or in which something doubtful was found. */
  function inWindows({ text, ways }: Question, literal: readonly Match[]): ProgramReading {
    const doubtful = literal.filter((match) => !isBeyondDoubt(match)).map(({ start }) => start);
    const places = [...placesOfHosts(text, [...hosts, ...stagingHosts]), ...doubtful].sort((a, b) => a - b);
    const windows = programWindows(text, places, longestWindow);
    const isRead = (place: number): boolean => windows.some(({ start, end }) => start <= place && place < end);
    let unparsed: Unparsed | undefined = places.length > 0 && places.every(isRead) ? undefined : { cause: 'size', reason: 'it is too long to be analysed as a program, but for parts of it' };
    let matches = literal;
    for (const { start, end, readings } of windows) {
      const isInside = (match: Match): boolean => match.start >= start && match.end <= end;
      const own = matches.filter(isInside);
      let reading: ProgramReading | undefined;
      for (const part of readings) {
        reading = analysed({ text: part, ways }, part, own);
        if (reading.unparsed === undefined) break;
      }
      if (reading === undefined) continue;
      unparsed ??= reading.unparsed;
      matches = [...matches.filter((match) => !isInside(match)), ...reading.matches];
    }
    return { matches: [...matches].sort((a, b) => a.start - b.start), ...(unparsed !== undefined && { unparsed }) };
  }
}

function placesOfHosts(text: string, hosts: readonly string[]): readonly number[] {
  const plain = text.toLowerCase();
  const places: number[] = [];
  for (const host of hosts) for (let at = plain.indexOf(host.toLowerCase()); at !== -1; at = plain.indexOf(host.toLowerCase(), at + host.length)) places.push(at);
  return places;
}

/** Whether a match stands in the text as it is, and two kinds of evidence or the request itself speak for it. */
function isBeyondDoubt({ via, pieces, evidence }: Match): boolean {
  return via.length === 0 && pieces === undefined && isAtLeast(confidenceOf(evidence), 'high');
}

/** Whether a match stands in a comparison: what others must bring, and not what is sent. */
function isCompared(text: string, { start }: Match): boolean {
  return /[!=]==?\s*["'`](?:bearer\s+)?$/i.test(text.slice(Math.max(0, start - 40), start));
}

/** The program in a text, at the same offsets, and the ways to parse it. */
function programIn(text: string, path: string): Question | undefined {
  const ways = waysToParse(path);
  if (ways !== undefined) return { text, ways };
  const blocks = scriptBlocksOf(text);
  return blocks && { text: blocks.text, ways: waysToParseBlock(blocks.lang) };
}
