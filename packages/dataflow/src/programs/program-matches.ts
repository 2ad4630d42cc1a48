import type { Aspect, Match, Range } from '@submit-guard/core';
import { payloadLeaks } from '../callbacks/payload-leaks.ts';
import { contradictions } from '../environments/contradictions.ts';
import { classifiedKeys } from '../jobs/aspects.ts';
import type { ProgramAnalysis } from '../keys/analysis.ts';
import { originProblems } from '../requests/origin-problems.ts';
import { schemeProblems } from '../requests/scheme-problems.ts';
import { rangeOf } from '../syntax/range.ts';

/**
 * What a program comes to, where the language-blind detector has read its text: literal keys as data flow sees them, and for each
 * other aspect that the detector has found something of, what data flow says of it. An aspect that the detector
 * has not met is not asked for: an engine that parses every program asks the analyses themselves.
 */
export function programMatches(analysis: ProgramAnalysis, literal: readonly Match[]): readonly Match[] {
  const keys = classifiedKeys(analysis, literal);
  const isWritten = (value: Range | undefined): boolean => value !== undefined && keys.some(({ start, end }) => start >= value.start && end <= value.end);
  const others = (Object.keys(aspects) as (keyof typeof aspects)[]).flatMap((aspect) => {
    const met = literal.filter((match) => match.secret === undefined && match.aspect === aspect);
    const found: readonly Found[] = met.length === 0 ? [] : aspects[aspect](analysis);
    return found.filter(({ value }) => !isWritten(value)).map((item) => matchOf(aspect, item, met));
  });
  return [...keys, ...distinct(others)].sort((a, b) => a.start - b.start);
}

interface Found extends Range {
  readonly data: Readonly<Record<string, string>>;
  /** Where the value is written, if there is one: a literal key in it is a finding of its own. */
  readonly value?: Range | undefined;
}

const aspects = {
  scheme: (analysis) => schemeProblems(analysis).map(({ node, problem }) => ({ ...rangeOf(node), data: { problem } })),
  origin: (analysis) => originProblems(analysis).map(({ node, origin }) => ({ ...rangeOf(node), data: { origin } })),
  environment: (analysis) => contradictions(analysis, { otherEnvironments: [] }).map(({ node, from, to }) => ({ ...rangeOf(node), data: { from, to } })),
  'callback-field': (analysis) =>
    payloadLeaks(analysis, { tokens: false, isCallbackType: undefined }).map(({ name, key, value }) => ({ ...rangeOf(key), data: { field: `"${name}"` }, value: value && rangeOf(value) })),
} satisfies Partial<Record<Aspect, (analysis: ProgramAnalysis) => readonly Found[]>>;

/** Data flow tells places; the detector's evidence for the closest of its own matches says why. */
function matchOf(aspect: Aspect, { data, start, end }: Found, met: readonly Match[]): Match {
  const distance = (match: Match): number => Math.abs(match.start - start);
  const [closest] = [...met].sort((a, b) => distance(a) - distance(b));
  return { aspect, start, end, evidence: closest?.evidence ?? [], via: [], data };
}

function distinct(matches: readonly Match[]): readonly Match[] {
  return [...new Map(matches.map((match) => [`${match.aspect}:${match.start}:${match.end}`, match])).values()];
}
