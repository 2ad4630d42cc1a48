import type { ChainStep, Finding, Variable } from '@submit-guard/core';
import { fingerprintOf, keyOfSubstance } from '@submit-guard/core';
import type { OriginalPlace } from './placed-finding.ts';
import type { Project } from './projects.ts';

/** What is known of the way of a key to where it was found. */
export interface ChainFacts {
  readonly finding: Finding;
  /** Variables that are known to hold keys, by their fingerprints. */
  readonly known: ReadonlyMap<string, readonly Variable[]>;
  readonly project: Project;
  readonly place: OriginalPlace | undefined;
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
export function chainOf({ finding, known, project, place, end, toShown }: ChainFacts): readonly ChainStep[] | undefined {
  const { original, path, line, column, secret } = finding;
  const { holdsKey = false, elsewhere, expressions = [] } = place ?? {};
  // Where the source itself holds the key, the environment has nothing to do with it.
  const isWritten = holdsKey || elsewhere !== undefined;
  const holders = isWritten || secret === undefined ? [] : [...known.get(secret.fingerprint) ?? [], ...byFingerprint(project.variables).get(secret.fingerprint) ?? []];
  const expression = expressions.find(({ isLikely, name }) => isLikely || project.mentionOf([name]) !== undefined);
  const variable = holders.find(({ name }) => name === expression?.name) ?? holders[0];
  const mention = isWritten ? undefined : project.mentionOf([expression?.name, variable?.name].filter((name) => name !== undefined));
  const steps: readonly ChainStep[] = [
    ...(variable === undefined ? [] : [originOf(variable)]),
    ...(mention === undefined ? [] : [{ path: toShown(mention.path), line: mention.line, what: mention.defines ? 'defines it for the build' : 'hands it to the build' }]),
    ...(original === undefined || elsewhere === undefined ? [] : [{ path: original.path, line: elsewhere.line, column: elsewhere.column, what: 'holds the key' }]),
    ...(original === undefined ? [] : [{ ...original, what: holdsKey ? 'holds the key' : expression === undefined ? 'uses it' : `reads ${expression.text}` }]),
    { path, line, column, what: end },
  ];
  return steps.length > 1 ? steps : undefined;
}

function originOf({ name, source, line }: Variable): ChainStep {
  // Only what was read from a file has lines.
  return line === undefined ? { what: `${source} ${name} holds the key` } : { path: source, line, what: `sets ${name}` };
}
