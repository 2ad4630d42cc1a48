import { statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { PolicyError } from '@submit-guard/core';
import { quotePath } from '../paths/quote-path.ts';
import { foldersUpward } from './folders-upward.ts';

const endings = ['.json', '.jsonc', '.yaml', '.yml'];

/** Names of a configuration that is found by itself. */
export const configNames: readonly string[] = ['.submit-guard', 'submit-guard.config'].flatMap((stem) => endings.map((ending) => stem + ending));

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

/**
 * Finds the configuration for a folder: in it or above it, up to the top of the work tree; outside of any work tree in
 * the folder itself only, because what lies above it may be anybody's.
 *
 * @param folder - absolute path.
 * @returns the absolute path of the nearest one, or `undefined`.
 * @throws {PolicyError} where a folder holds two.
 */
export function findConfig(folder: string): string | undefined {
  for (const candidate of foldersUpward(folder)) {
    const [found, second] = configNames.map((name) => join(candidate, name)).filter(isFile);
    if (second !== undefined && found !== undefined) {
      throw new PolicyError(`There are two configurations in ${quotePath(candidate)}: ${basename(found)} and ${basename(second)}. Keep one, or name one with --config.`);
    }
    if (found !== undefined) return found;
  }
  return undefined;
}
