import type { PatternEngine } from '@submit-guard/core';
import { credibilityOf } from '@submit-guard/core';

/** What nearly every text holds: a pattern that finds something in one of these would find something everywhere. */
const everyday = [
  'a', 'key', 'The quick brown fox jumps over the lazy dog.', 'const total = price * count + 1;', 'https://example.com/docs/index.html',
  '0', '2026-01-31 12:34:56', 'AUTHORIZATION', 'src/components/button.tsx', '{ "name": "example", "version": "1.0.0" }',
];

/** Names that everything has. */
const everydayNames = ['a', 'id', 'name', 'value', 'index', 'version', 'description', 'Content-Type', 'PATH'];

/**
 * What is wrong with a pattern from the configuration, to go on after its name; `undefined` where it can be used.
 *
 * @param pattern - RE2 syntax.
 * @param kind - a format is searched for in texts, a name pattern in names.
 */
export function problemOfPattern(pattern: string, kind: 'format' | 'name', engine: PatternEngine): string | undefined {
  let compiled: ReturnType<PatternEngine['compile']>;
  try {
    compiled = engine.compile(pattern);
  } catch (error) {
    return explainSyntax(pattern, error);
  }
  if (compiled.matcher('').find()) return 'matches the empty text, so it would match everywhere; make it ask for something';
  const common = (kind === 'format' ? everyday : everydayNames).find((text) => compiled.matcher(text).find());
  if (common !== undefined) return `matches \`${common}\`, so it would match nearly everything; make it narrower`;
  if (kind === 'format' && literalRuns(pattern).some((run) => run.length >= 16 && credibilityOf(run) !== 'none')) {
    return 'holds what looks like a key itself; a configuration is no place for one: revoke it, and use `submit-guard keys add` for the new one';
  }
  return undefined;
}

/** The stretches of a pattern that stand for themselves. */
function literalRuns(pattern: string): readonly string[] {
  return pattern.replace(/\[(?:\\.|[^\]\\])*\]|\\[A-Za-z]|\(\?[\w<>:-]*|\{[\d,]*\}/g, ' ').replace(/\\(.)/g, '$1').split(/[^\w.~+/=-]+/);
}

/** The engine's own description, which does not quote the pattern, and why RE2 lacks what other engines have. */
function explainSyntax(pattern: string, error: unknown): string {
  if (/\(\?<?[=!]/.test(pattern)) return 'uses look-ahead or look-behind, which RE2 does not have, because it must take linear time; match more and put the key into a group';
  if (/\\[1-9]|\\k</.test(pattern)) return 'uses a back-reference, which RE2 does not have, because it must take linear time';
  const description = (error as { getDescription?: () => string }).getDescription?.() ?? 'it does not compile';
  return `is no RE2 pattern: ${description}`;
}
