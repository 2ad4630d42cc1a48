import type { Finding, PlaceNote } from '@submit-guard/core';
import { redactionOf } from '@submit-guard/core';
import type { ContainerLimits } from '../../containers/limits.ts';
import type { RunPolicy } from '../run-policy.ts';
import type { OriginalsQuery } from '../../source-maps/find-originals.ts';

/** What a file that may have been generated from others is called. A quoted name, or one that stands for no file, cannot be read again. */
export const generated = /^(?!["<]).+\.(?:[cm]?js|css|html?|map)(?:\.(?:gz|br|zst|bz2|xz|zz|zlib))?$/i;

/** A file that lies on the disk as it was read. */
const plain = /^[^!]+\.(?:[cm]?js|css|html?|map)$/i;

/** What may be said of places besides what maps say. */
export function queryFor({ root, known, config, knownData }: RunPolicy, cwd: string, scope: readonly string[]): OriginalsQuery {
  return { cwd, top: root, scope, readsEnvFiles: config.envFiles, variables: knownData().variables, mask: redactionOf(known.keys.map(({ secret }) => secret)) };
}

export interface ScannedScope {
  readonly cwd: string;
  /** Files and folders that were scanned, relative to `cwd`. */
  readonly scope: readonly string[];
  /** How far archives are read. */
  readonly limits: ContainerLimits | undefined;
}

/** Says of what was found in generated files, also in archives, where it is from. What does so is loaded where there is something of the kind. */
export async function withOriginals(findings: readonly Finding[], policy: RunPolicy, { cwd, scope, limits }: ScannedScope): Promise<{ readonly findings: readonly Finding[]; readonly skipped: readonly PlaceNote[] }> {
  const candidates = findings.filter(({ path }) => generated.test(path));
  if (candidates.length === 0) return { findings, skipped: [] };
  const { completeOriginals, lookUpFile } = await import('../../source-maps/find-originals.ts');
  const { groupBy } = await import('../../source-maps/group-by.ts');
  const query = queryFor(policy, cwd, scope);
  const lookedUp = Array.from(groupBy(candidates.filter(({ path }) => plain.test(path)), ({ path }) => path), ([path, found]) => lookUpFile(path, found, query));
  const inside = candidates.filter(({ path }) => !plain.test(path));
  if (inside.length > 0 && limits !== undefined) {
    const { lookUpInArchives } = await import('./in-archives.ts');
    lookedUp.push(...await lookUpInArchives(inside, limits, query));
  }
  return completeOriginals(findings, lookedUp, query);
}
