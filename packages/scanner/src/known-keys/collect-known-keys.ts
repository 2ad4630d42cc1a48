import { findEnvFiles } from './find-env-files.ts';
import type { Environment, KnownKeys } from './known-keys-in.ts';
import { knownKeysIn } from './known-keys-in.ts';
import { readEnvFile } from './read-env-file.ts';

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

/**
 * Collects the keys that are known for this run: the values of variables whose names say Submit key, from the process
 * environment and from private environment files. They go nowhere but into the detector.
 */
export async function collectKnownKeys({ cwd, folders, foldersOfFiles, environment, envFiles, names }: KnownKeysQuery): Promise<KnownKeys> {
  const files = envFiles ? (await findEnvFiles([cwd, ...foldersOfFiles], folders)).map((path) => readEnvFile(path, cwd)) : [];
  return knownKeysIn(files, environment, names);
}
