import { join, relative, resolve } from 'node:path';
import { quotePath } from '../paths/quote-path.ts';

/** Where the baseline and the fingerprints of known keys stand by default, below the root of the policy. */
export const defaultBaselinePath = '.submit-guard/baseline.json';
export const defaultKeysPath = '.submit-guard/keys.json';

/** A place of a file of the policy. */
export interface PolicyFile {
  /** Absolute path. */
  readonly path: string;
  /** What messages call it. */
  readonly name: string;
  /** Whether the user named it on the command line: then it must be there, and may be anywhere. */
  readonly explicit: boolean;
}

export interface PolicyFileQuery {
  /** Absolute path of the working directory. */
  readonly cwd: string;
  /** What the user gave on the command line, relative to `cwd`. */
  readonly explicit: string | undefined;
  /** What the configuration says, relative to its folder. */
  readonly configured: string | undefined;
  readonly configFolder: string;
  /** See `policyRoot`. */
  readonly root: string;
}

/** Finds out where a file of the policy is: where the user says, else the configuration, else at its usual place. */
export function placeOf(usual: string, { cwd, explicit, configured, configFolder, root }: PolicyFileQuery): PolicyFile {
  if (explicit !== undefined) return { path: resolve(cwd, explicit), name: quotePath(explicit), explicit: true };
  const path = configured === undefined ? join(root, usual) : resolve(configFolder, configured);
  return { path, name: quotePath(relative(cwd, path)), explicit: false };
}
