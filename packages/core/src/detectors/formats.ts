import type { RE2JS } from 're2js';
import type { Range } from '../evidence/evidence.ts';
import type { KeyFormat } from './detector-options.ts';

/** What compiles patterns: RE2JS itself. It comes from outside, so that only those load it who have patterns. */
export type PatternEngine = Pick<typeof RE2JS, 'compile'>;

/** A pattern of the organisation, compiled by a linear-time engine. */
export interface CompiledFormat {
  readonly name: string;
  in(text: string): Iterable<Range>;
}

/**
 * @throws SyntaxError of the engine, with the pattern's name in front, where a pattern is not RE2 syntax.
 */
export function compileFormats(formats: readonly KeyFormat[], engine: PatternEngine | undefined): CompiledFormat[] {
  return formats.map(({ name, pattern }) => {
    const compiled = compile(pattern, `key format "${name}"`, engine);
    return {
      name,
      *in(text: string): Generator<Range> {
        const matcher = compiled.matcher(text);
        while (matcher.find()) {
          const group = matcher.groupCount() > 0 && matcher.start(1) >= 0 ? 1 : 0;
          const range = { start: matcher.start(group), end: matcher.end(group) };
          if (range.end > range.start) yield range;
        }
      },
    };
  });
}

/** A test for the further names that the configuration declares. */
export function compileNames(names: readonly string[], engine: PatternEngine | undefined): (name: string) => boolean {
  if (names.length === 0) return () => false;
  const patterns = names.map((name) => compile(name, `name pattern "${name}"`, engine));
  return (name) => patterns.some((pattern) => pattern.matcher(name).find());
}

function compile(pattern: string, what: string, engine: PatternEngine | undefined): RE2JS {
  if (engine === undefined) throw new TypeError('Patterns need an engine that compiles them.');
  try {
    return engine.compile(pattern);
  } catch (error) {
    throw new SyntaxError(`The ${what} is not a valid RE2 pattern: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}
