import type { KnownKey, NameTest, PlaceNote, Variable } from '@submit-guard/core';
import { knownKeysAmong, nameSaysSubmitKey } from '@submit-guard/core';
import type { EnvFile } from './read-env-file.ts';

/** Variables of a process. */
export type Environment = Readonly<Record<string, string | undefined>>;

export interface KnownKeys {
  /** Held in memory only. */
  readonly keys: readonly KnownKey[];
  /** The variables that may hold them. */
  readonly variables: readonly Variable[];
  /** Environment files that could not be read. */
  readonly unread: readonly PlaceNote[];
}

/**
 * The keys that environment files and a process hold, by the names of their variables.
 *
 * @param names - RE2 patterns of further names, from the configuration.
 */
export async function knownKeysIn(files: readonly EnvFile[], environment: Environment, names: readonly string[]): Promise<KnownKeys> {
  const isKeyName = await nameTestOf(names);
  const variables = [...files.flatMap(({ variables }) => variables), ...variablesOf(environment)].filter(({ name }) => isKeyName(name));
  return {
    keys: knownKeysAmong(variables, () => true),
    variables,
    unread: files.flatMap(({ unread }) => unread ?? []),
  };
}

function variablesOf(environment: Environment): readonly Variable[] {
  return Object.entries(environment).flatMap(([name, value]) => (
    value === undefined || !/^[\w.()-]{1,200}$/.test(name) ? [] : [{ name, value, source: 'environment variable' }]
  ));
}

async function nameTestOf(patterns: readonly string[]): Promise<NameTest> {
  if (patterns.length === 0) return nameSaysSubmitKey;
  const { RE2JS } = await import('re2js');
  const compiled = patterns.map((pattern) => RE2JS.compile(pattern));
  return (name) => nameSaysSubmitKey(name) || compiled.some((pattern) => pattern.matcher(name).find());
}
