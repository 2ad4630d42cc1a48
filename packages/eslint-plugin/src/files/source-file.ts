import { relative } from 'node:path';
import type { Match, Range } from '@submit-guard/core';
import { createDetector, ruleOfMatch, surfaceOf } from '@submit-guard/core';
import type { Node, ProgramFacts, ScopeManager } from '@submit-guard/dataflow';
import { classifiedKeys, concernOf, holdsLabelledRun, mayHideKey, ProgramAnalysis } from '@submit-guard/dataflow';
import type { RuleId, Surface } from '@submit-guard/rules';
import type { TSESLint } from '@typescript-eslint/utils';
import { RE2JS } from 're2js';
import type { Settings } from '../settings.ts';
import { settingsOf } from '../settings.ts';
import { mayHoldMatch } from './quick-test.ts';

/** What is looked at of the context that ESLint gives a rule. */
type Context = Readonly<Pick<TSESLint.RuleContext<string, readonly unknown[]>, 'cwd' | 'physicalFilename' | 'settings' | 'sourceCode'>>;

/**
 * What all rules know of one file. Made once for a file, by the first rule that asks; everything in it is computed when
 * it is first asked for.
 */
export class SourceFile {
  readonly text: string;
  readonly settings: Settings;
  /** Relative to ESLint's working directory, separated by `/`. */
  readonly path: string;
  readonly analysis: ProgramAnalysis | undefined;
  /** What the detector found in the text, where it was asked before anything else. */
  readonly #literal: readonly Match[] | undefined;
  #surface: Surface | undefined;
  #matches: ReadonlyMap<RuleId, readonly Match[]> | undefined;

  constructor(context: Context, settings: Settings, literal?: readonly Match[]) {
    this.#literal = literal;
    const { sourceCode } = context;
    this.text = sourceCode.text;
    this.settings = settings;
    this.path = relative(context.cwd, context.physicalFilename).replaceAll('\\', '/');
    this.analysis = programOf(context, settings);
  }

  get surface(): Surface {
    return (this.#surface ??= surfaceOf(this.path, this.text, this.settings.surfaces));
  }

  /** Keys that stand in the file, by the one rule that reports each of them. */
  matchesFor(id: RuleId): readonly Match[] {
    this.#matches ??= this.#match();
    return this.#matches.get(id) ?? [];
  }

  /** Whether a key is written in a stretch of the file, whichever rule reports it. */
  keysWithin(range: Range): boolean {
    this.#matches ??= this.#match();
    return [...this.#matches.values()].some((matches) => matches.some((match) => match.start >= range.start && match.end <= range.end));
  }

  #match(): ReadonlyMap<RuleId, readonly Match[]> {
    // In code, the data flow finds keys first; what the detector adds stands in the text as it is, a comment for example.
    const readable = !this.analysis || this.settings.formats.length > 0 || holdsLabelledRun(this.text, coverageOf(this.analysis.keys));
    const literal = this.#literal ?? (readable ? detectorFor(this.settings).detect(this.text) : []);
    const matches = this.analysis ? classifiedKeys(this.analysis, literal) : literal;
    const byRule = new Map<RuleId, Match[]>();
    for (const match of matches) {
      const rule = ruleOfMatch(match, this.surface);
      if (!rule) continue;
      byRule.set(rule.id, [...(byRule.get(rule.id) ?? []), match]);
    }
    return byRule;
  }
}

/** Whether one of the matches, or a piece of one, overlaps a stretch. */
function coverageOf(matches: readonly Match[]): (start: number, end: number) => boolean {
  const ranges = matches.flatMap((match): readonly Range[] => match.pieces ?? [match]).sort((a, b) => a.start - b.start);
  return (start, end) => {
    let low = 0;
    let high = ranges.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ranges[middle]?.start ?? 0) < end) low = middle + 1;
      else high = middle;
    }
    const last = ranges[low - 1];
    return last !== undefined && last.end > start;
  };
}

const detectors = new Map<string, ReturnType<typeof createDetector>>();

function detectorFor({ hosts, stagingHosts, names, formats }: Settings): ReturnType<typeof createDetector> {
  const options = { hosts, stagingHosts, names, formats };
  const key = JSON.stringify(options);
  let detector = detectors.get(key);
  if (!detector) detectors.set(key, (detector = createDetector({ ...options, patternEngine: RE2JS })));
  return detector;
}

const files = new WeakMap<object, SourceFile | false>();

/** The shared knowledge of the file that a rule looks at; `undefined` where nothing in it can concern Submit. */
export function sourceFileOf(context: Context): SourceFile | undefined {
  const { sourceCode } = context;
  let file = files.get(sourceCode);
  if (file === undefined) {
    const settings = settingsOf(context.settings);
    file = isProgram(context) ? programFile(context, settings) : mayHoldMatch(sourceCode.text, detectorFor(settings).prefilter) && new SourceFile(context, settings);
    files.set(sourceCode, file);
  }
  return file || undefined;
}

/** Where only a value may concern Submit the detector decides first, as it does in the scanner: it costs less than the data flow. */
function programFile(context: Context, settings: Settings): SourceFile | false {
  const { text } = context.sourceCode;
  const concern = concernOf(text, context.physicalFilename, settings);
  if (concern !== 'values') return concern === 'program' && new SourceFile(context, settings);
  const literal = detectorFor(settings).detect(text);
  return (literal.length > 0 || mayHideKey(text, settings)) && new SourceFile(context, settings, literal);
}

/** The program of a file in JavaScript or TypeScript, components of Vue and Svelte included. */
function programOf(context: Context, settings: Settings): ProgramAnalysis | undefined {
  const { sourceCode } = context;
  const scopes = sourceCode.scopeManager as unknown as ScopeManager | null;
  if (!isProgram(context) || !scopes) return undefined;
  const facts: ProgramFacts = { source: sourceCode.text, scopes, visitorKeys: sourceCode.visitorKeys, eachNode: traversalOf(sourceCode) };
  return new ProgramAnalysis(sourceCode.ast, facts, settings);
}

/** The steps of ESLint's own traversal, which it keeps for all rules; oxlint has none. */
function traversalOf(sourceCode: Context['sourceCode']): ProgramFacts['eachNode'] {
  const { traverse } = sourceCode as unknown as { readonly traverse?: () => Iterable<TraversalStep> };
  if (traverse === undefined) return undefined;
  return (visit) => {
    for (const step of traverse.call(sourceCode)) if (step.kind === visitStep && step.phase === entering) visit(step.target);
  };
}

/** What ESLint's `SourceCode#traverse` yields, as `@eslint/core` declares it: visits of nodes and events of code paths. */
interface TraversalStep {
  readonly kind: number;
  readonly phase?: number;
  readonly target: Node;
}
const visitStep = 1;
const entering = 1;

function isProgram({ sourceCode }: Context): boolean {
  return (sourceCode.ast.type as string) === 'Program' && isScript(sourceCode.parserServices);
}

/** Parsers of YAML and TOML also make a `Program`, and say so in their services. */
function isScript(services: object | undefined): boolean {
  return services === undefined || !['isYAML', 'isTOML', 'isJSON'].some((sign) => sign in services);
}
