import type { Match } from '@submit-guard/core';
import type { AnalysisOptions } from '@submit-guard/dataflow';
import { ProgramAnalysis, programMatches } from '@submit-guard/dataflow';
import { prepareProgram } from '@submit-guard/dataflow/parsed';

/**
 * What data flow finds in a program.
 *
 * @param json - the program as the parser gives it.
 * @param text - what was parsed, at the same offsets: perhaps with more around it.
 * @param literal - what the detector found in the text.
 * @throws RangeError where the program is nested too deeply: scopes are found by functions that call themselves.
 * @throws SyntaxError where it declares a name twice.
 */
export function analyzeProgram(json: string, text: string, options: AnalysisOptions, literal: readonly Match[]): readonly Match[] {
  const { node } = JSON.parse(json) as { readonly node: unknown };
  const facts = prepareProgram(node, text);
  return programMatches(new ProgramAnalysis(facts.program, facts, options), literal);
}
