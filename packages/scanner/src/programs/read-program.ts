import type { DetectorOptions, Match } from '@submit-guard/core';
import { compileNames, confidenceOf, isAtLeast } from '@submit-guard/core';
import { mayConcernSubmit, mayHideKey } from '@submit-guard/dataflow';
import { isComponent, waysToParse, waysToParseBlock } from './languages.ts';
import { loadAnalysis } from './load-analysis.ts';
import type { Question } from './parser.ts';
import { Parser } from './parser.ts';
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
 * bundles that speak to Submit cost that much. Longer programs are read as text.
 */
const longestProgram = 2_097_152;

/** @param parser - only tests bring their own. */
export function createProgramReader(
  { hosts, stagingHosts, names, formats, patternEngine }: Pick<DetectorOptions, 'hosts' | 'stagingHosts' | 'names' | 'formats' | 'patternEngine'>,
  parser = new Parser(),
): ProgramReader {
  const options = { hosts, stagingHosts, names, formats, isSubmitName: compileNames(names, patternEngine) };

  return (text, path, literal) => {
    const asText = (cause: Unparsed['cause'], reason: string): ProgramReading => ({ matches: literal, unparsed: { cause, reason } });
    const isSource = waysToParse(path) !== undefined;
    if (!isSource && !isComponent(path)) return { matches: literal };
    // Doubtful matches of the detector may be corrected by data flow; otherwise, only a hidden key is worth the time.
    if (literal.every(isBeyondDoubt) && !(mayConcernSubmit(text, path, options) && mayHideKey(text, options, literal))) return { matches: literal };
    const program = programIn(text, path);
    if (program === undefined) return { matches: literal };
    if (program.text.length > longestProgram) return asText('size', 'it is too long to be analysed as a program');
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
  };
}

/** Whether a match stands in the text as it is, and two kinds of evidence or the request itself speak for it. */
function isBeyondDoubt({ via, pieces, evidence }: Match): boolean {
  return via.length === 0 && pieces === undefined && isAtLeast(confidenceOf(evidence), 'high');
}

/** The program in a text, at the same offsets, and the ways to parse it. */
function programIn(text: string, path: string): Question | undefined {
  const ways = waysToParse(path);
  if (ways !== undefined) return { text, ways };
  const blocks = scriptBlocksOf(text);
  return blocks && { text: blocks.text, ways: waysToParseBlock(blocks.lang) };
}
