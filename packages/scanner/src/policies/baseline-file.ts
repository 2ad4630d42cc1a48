import { existsSync } from 'node:fs';
import type { Baseline, BaselineEntry } from '@submit-guard/core';
import { emptyBaseline, formatBaseline, toBaseline } from '@submit-guard/core';
import { parsePolicyJson } from './parse-policy-json.ts';
import type { PolicyFile } from './policy-file.ts';
import { readPolicyFile } from './read-policy-file.ts';
import { writeAtomically } from './write-atomically.ts';

/** Some two hundred thousand entries. */
const longestBaseline = 67_108_864;

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
