import type { KnownKey, NameTest, PlaceNote, Variable } from '@submit-guard/core';
import { knownKeysAmong, nameSaysSubmitKey } from '@submit-guard/core';
import { findEnvFiles } from './find-env-files.ts';
import type { EnvFile } from './read-env-file.ts';
import { readEnvFile } from './read-env-file.ts';

/** Variables of a process. */
export type Environment = Readonly<Record<string, string | undefined>>;

export interface KnownKeysQuery {
  /** Absolute path of the working directory. */
  readonly cwd: string;
  /** Absolute paths of the folders that are scanned. */
  readonly folders: readonly string[];
  /** Absolute paths of the folders of single files that are scanned. */
  readonly foldersOfFiles: readonly string[];
  readonly environment: Environment;
  /** Whether environment files make keys known. */
  readonly envFiles: boolean;
  /** RE2 patterns of further names, from the configuration. */
  readonly names: readonly string[];
}

export interface KnownKeys {
  /** Held in memory only. */
  readonly keys: readonly KnownKey[];
  /** The variables that may hold them. */
  readonly variables: readonly Variable[];
  /** Environment files that could not be read. */
  readonly unread: readonly PlaceNote[];
}

/**
 * Collects the keys that are known for this run: the values of variables whose names say Submit key, from the process
 * environment and from private environment files. They go nowhere but into the detector.
 */
export async function collectKnownKeys({ cwd, folders, foldersOfFiles, environment, envFiles, names }: KnownKeysQuery): Promise<KnownKeys> {
  const files = envFiles ? (await findEnvFiles([cwd, ...foldersOfFiles], folders)).map((path) => readEnvFile(path, cwd)) : [];
  return knownKeysIn(files, environment, names);
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
