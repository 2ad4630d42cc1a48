import { randomBytes } from 'node:crypto';
import { ProgramAnalysis } from '../src/index.ts';
import { parsers } from './fold.ts';

export interface Analyzed {
  readonly analysis: ProgramAnalysis;
  readonly code: string;
  readonly key: string;
}

/** Analyses `template` with every `«key»` replaced by a fresh random key. */
export function analyze(template: string, parser: keyof typeof parsers = 'typescript-eslint', hosts = ['submit.atomyx.io'], stagingHosts: string[] = []): Analyzed {
  const key = randomBytes(20).toString('hex');
  const code = template.replaceAll('«key»', key);
  const facts = parsers[parser](code);
  return { analysis: new ProgramAnalysis(facts.program, facts, { hosts, stagingHosts, isSubmitName: () => false }), code, key };
}

/** The source text of every literal key found. */
export function keysIn(template: string, parser?: keyof typeof parsers): readonly string[] {
  const { analysis, code, key } = analyze(template, parser);
  return analysis.keys.map((match) => code.slice(match.start, match.end).replaceAll(key, '«key»'));
}
