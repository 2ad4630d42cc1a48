import { dirname, relative, resolve } from 'node:path';
import { quotePath } from '../paths/quote-path.ts';
import { readPolicyFile } from '../policies/read-policy-file.ts';
import type { Config } from './config.ts';
import { defaultConfig } from './config.ts';
import { findConfig } from './find-config.ts';

export interface LoadedConfig {
  readonly config: Config;
  /** Absolute path of the file; `undefined` where there is none and the defaults hold. */
  readonly path: string | undefined;
  /** Absolute path of the folder that globs and paths of the configuration are relative to. */
  readonly folder: string;
}

/** A configuration is written by hand; a quarter of a megabyte of it is an attack or a mistake. */
const longestConfig = 262_144;

/**
 * Loads the configuration.
 *
 * @param cwd - absolute path of the working directory.
 * @param explicit - path that the user gave with `--config`, relative to `cwd`; without it one is searched for.
 * @throws {PolicyError} where it cannot be read or is faulty; the message names file, line and column.
 */
export async function loadConfig(cwd: string, explicit?: string): Promise<LoadedConfig> {
  const path = explicit === undefined ? findConfig(cwd) : resolve(cwd, explicit);
  if (path === undefined) return { config: defaultConfig, path, folder: cwd };
  const name = quotePath(explicit ?? relative(cwd, path));
  // Most projects have none; its parsers and their checks are loaded by those that have.
  const { parseConfig } = await import('./parse-config.ts');
  return { config: await parseConfig(readPolicyFile(path, name, longestConfig), path, name), path, folder: dirname(path) };
}
