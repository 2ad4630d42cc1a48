import type { ChainStep, Finding, Variable } from '@submit-guard/core';
import { fingerprintOf, keyOfSubstance } from '@submit-guard/core';
import type { ReplacedExpression } from './expressions.ts';
import type { Project } from './projects.ts';

/** What is known of the way of a key to where it was found. */
export interface ChainFacts {
  readonly finding: Finding;
  /** Variables that are known to hold keys, by their fingerprints. */
  readonly known: ReadonlyMap<string, readonly Variable[]>;
  readonly project: Project;
  readonly expression: ReplacedExpression | undefined;
  /** Whether the original place holds the key itself. */
  readonly holdsKey: boolean;
  /** What the last step does: `ships it`. */
  readonly end: string;
  /** Turns an absolute path into one that is shown. */
  readonly toShown: (path: string) => string;
}

/** Variables by the fingerprints of the keys that they hold. */
export function byFingerprint(variables: readonly Variable[]): ReadonlyMap<string, readonly Variable[]> {
  const found = new Map<string, Variable[]>();
  for (const variable of variables) {
    const key = keyOfSubstance(variable.value);
    if (key === undefined) continue;
    const fingerprint = fingerprintOf(key);
    const same = found.get(fingerprint);
    if (same === undefined) found.set(fingerprint, [variable]);
    else same.push(variable);
  }
  return found;
}

/**
 * How a key came to where it was found, as far as maps, environment files and configuration show it; `undefined` where they show nothing
 * but the place itself.
 */
export function chainOf({ finding, known, project, expression, holdsKey, end, toShown }: ChainFacts): readonly ChainStep[] | undefined {
  const { original, path, line, column, secret } = finding;
  // Where the source itself holds the key, the environment has nothing to do with it.
  const variable = holdsKey || secret === undefined ? undefined : sourceOf(secret.fingerprint, known, project, expression);
  const mention = holdsKey ? undefined : project.mentionOf([...new Set([expression?.name, variable?.name].filter((name) => name !== undefined))]);
  const steps: readonly ChainStep[] = [
    ...(variable === undefined ? [] : [originOf(variable)]),
    ...(mention === undefined ? [] : [{ path: toShown(mention.path), line: mention.line, what: mention.defines ? 'defines it for the build' : 'hands it to the build' }]),
    ...(original === undefined ? [] : [{ ...original, what: expression !== undefined ? `reads ${expression.text}` : holdsKey ? 'holds the key' : 'is where the map says it is from' }]),
    { path, line, column, what: end },
  ];
  return steps.length > 1 ? steps : undefined;
}

/** The variable that holds the key, if one of those that are known does; one that the source reads before others. */
function sourceOf(fingerprint: string, known: ChainFacts['known'], project: Project, expression: ReplacedExpression | undefined): Variable | undefined {
  const holders = [...known.get(fingerprint) ?? [], ...(byFingerprint(project.variables).get(fingerprint) ?? [])];
  return holders.find(({ name }) => name === expression?.name) ?? holders[0];
}

function originOf({ name, source, line }: Variable): ChainStep {
  // Only what was read from a file has lines.
  return line === undefined ? { what: `${source} ${name} holds the key` } : { path: source, line, what: `sets ${name}` };
}
