import { lstatSync } from 'node:fs';
import { join, posix } from 'node:path';
import type { BaselineContext, PlaceNote } from '@submit-guard/core';
import { dayOf } from '@submit-guard/core';
import { pathsFrom } from './policy-root.ts';

/** A run, as far as it tells which entries of a baseline could have found their key. */
export interface ScannedScope {
  /** Absolute path of the folder that findings are relative to. */
  readonly cwd: string;
  /** See `policyRoot`. */
  readonly root: string;
  /** Files and folders that were scanned, relative to `cwd`; none where no files were, but history. */
  readonly targets: readonly string[];
  /** Places of the coverage that were not looked into. */
  readonly unread: readonly PlaceNote[];
}

/**
 * What `applyBaseline` needs to know of a run.
 *
 * @param name - path of the baseline, for messages.
 */
export function baselineContextOf({ cwd, root, targets, unread }: ScannedScope, name: string, now = new Date()): BaselineContext {
  const pathInPolicy = pathsFrom(cwd, root);
  const below = (folder: string, path: string): boolean => folder === '.' || path === folder || path.startsWith(`${folder}/`) || path.startsWith(`${folder}!`);
  const scanned = targets.map((target) => posix.normalize(pathInPolicy(target)).replace(/(?<=.)\/$/, ''));
  const missed = unread.map(({ path }) => pathInPolicy(path));
  return {
    today: dayOf(now),
    name,
    pathInPolicy,
    wasScanned: (path) => scanned.some((folder) => below(folder, path)) && !missed.some((place) => below(place, path)),
    isGone: (path) => isGone(root, path),
  };
}

/** Looks at the file itself for a member of an archive. A quoted path is taken to be there: it cannot be looked up. */
function isGone(root: string, path: string): boolean {
  if (path.startsWith('"')) return false;
  return [path, path.slice(0, Math.max(0, path.indexOf('!')))].filter((place) => place !== '').every((place) => !exists(join(root, place)));
}

function exists(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return true;
  }
}
