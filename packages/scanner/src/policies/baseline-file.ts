import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { Baseline, BaselineEntry } from '@submit-guard/core';
import { emptyBaseline, formatBaseline, toBaseline } from '@submit-guard/core';
import { quotePath } from '../paths/quote-path.ts';
import { parsePolicyJson } from './parse-policy-json.ts';
import { readPolicyFile } from './read-policy-file.ts';
import { writeAtomically } from './write-atomically.ts';

/** Where the baseline stands by default, below the root of the policy. */
export const defaultBaselinePath = '.submit-guard/baseline.json';

/** Some two hundred thousand entries. */
const longestBaseline = 67_108_864;

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

/**
 * Reads a baseline; there is none where there is no file, unless the user named it.
 *
 * @throws {PolicyError} where it cannot be read or is faulty.
 */
export async function loadBaseline({ path, name, explicit }: PolicyFile): Promise<Baseline> {
  if (!explicit && !existsSync(path)) return emptyBaseline;
  return parseBaseline(readPolicyFile(path, name, longestBaseline), name);
}

/** Takes a baseline from bytes, wherever they come from. Throws {@link PolicyError} where it is faulty. */
export async function parseBaseline(bytes: Uint8Array, name: string): Promise<Baseline> {
  return toBaseline(await parsePolicyJson(bytes, name), name);
}

/**
 * Writes a baseline, whole or not at all.
 *
 * @param root - what symbolic links must not lead out of, unless the user named the file.
 */
export function saveBaseline({ path, name, explicit }: PolicyFile, entries: readonly BaselineEntry[], root: string): void {
  writeAtomically(path, formatBaseline(entries), name, explicit ? undefined : root);
}
