import type { KnownKey } from '../detectors/detector-options.ts';
import { nameSaysSubmitKey } from '../names/classify-name.ts';
import { Secret } from '../secrets/secret.ts';
import { credibilityOf } from '../values/credibility.ts';

/** A variable that may hold a key. */
export interface Variable {
  readonly name: string;
  readonly value: string;
  /** Where it was read, for people: `.env.local`, `environment variable`. */
  readonly source: string;
  /** From 1; where it was read from a file. */
  readonly line?: number;
}

/** Names that mean a Submit key: those that say so, and those that the configuration adds. */
export type NameTest = (name: string) => boolean;

/**
 * The key in a value, where there is one of substance: `test`, `production`, `1`, a placeholder, a template or a
 * reference to a secret store makes nothing known.
 *
 * @param value - value of a variable; a leading `Bearer ` is not part of the key.
 */
export function keyOfSubstance(value: string): string | undefined {
  const key = value.trim().replace(/^Bearer\s+/i, '');
  return credibilityOf(key) === 'none' ? undefined : key;
}

/**
 * Picks the known keys out of variables, by their names.
 *
 * @returns each key once, with the first variable that holds it as its label.
 */
export function knownKeysAmong(variables: Iterable<Variable>, isKeyName: NameTest = nameSaysSubmitKey): readonly KnownKey[] {
  const labels = new Map<string, string>();
  for (const { name, value, source } of variables) {
    if (!isKeyName(name)) continue;
    const key = keyOfSubstance(value);
    if (key !== undefined && !labels.has(key)) labels.set(key, `${source} ${name}`);
  }
  return [...labels].map(([key, label]) => ({ secret: new Secret(key), label }));
}
