import type { Finding, PlaceNote } from '@submit-guard/core';
import { redactionOf } from '@submit-guard/core';
import type { ContainerLimits } from '../../containers/limits.ts';
import type { Repository } from '../../git/repository.ts';
import type { RunPolicy } from '../run-policy.ts';
import type { LookedUp, OriginalsQuery } from '../../source-maps/find-originals.ts';

/** What a file that may have been generated from others is called. A quoted name, or one that stands for no file, cannot be read again. */
const generated = /^(?!["<]).+\.(?:[cm]?js|css|html?|map)(?:\.(?:gz|br|zst|bz2|xz|zz|zlib))?$/i;

/** A file that lies on the disk as it was read. */
const plain = /^[^!]+\.(?:[cm]?js|css|html?|map)$/i;

/** What may be said of places besides what maps say. */
function queryFor({ root, known, config, knownData }: RunPolicy, cwd: string, scope: readonly string[]): OriginalsQuery {
  return { cwd, top: root, scope, readsEnvFiles: config.envFiles, variables: knownData().variables, mask: redactionOf(known.keys.map(({ secret }) => secret)) };
}

/** What findings come to once it is said where they are from. */
export interface WithOriginals {
  readonly findings: readonly Finding[];
  /** Maps that could not be used. */
  readonly skipped: readonly PlaceNote[];
}

export interface ScannedScope {
  readonly cwd: string;
  /** Files and folders that were scanned, relative to `cwd`. */
  readonly scope: readonly string[];
  /** How far archives are read. */
  readonly limits: ContainerLimits | undefined;
}

/** Says of what was found in generated files, also in archives, where it is from. What does so is loaded where there is something of the kind. */
export async function withOriginals(findings: readonly Finding[], policy: RunPolicy, { cwd, scope, limits }: ScannedScope): Promise<WithOriginals> {
  const candidates = findings.filter(({ path }) => generated.test(path));
  if (candidates.length === 0) return { findings, skipped: [] };
  const { completeOriginals, lookUpFile } = await import('../../source-maps/find-originals.ts');
  const { groupBy } = await import('../../source-maps/group-by.ts');
  const unpack = limits && (async (path: string, real: string) => (await import('./in-archives.ts')).unpackMap(path, real, limits));
  const query = { ...queryFor(policy, cwd, scope), unpack };
  const lookedUp: LookedUp[] = [];
  for (const [path, found] of groupBy(candidates.filter(({ path }) => plain.test(path)), ({ path }) => path)) lookedUp.push(await lookUpFile(path, found, query));
  const inside = candidates.filter(({ path }) => !plain.test(path));
  if (inside.length > 0 && limits !== undefined) {
    const { lookUpInArchives } = await import('./in-archives.ts');
    lookedUp.push(...await lookUpInArchives(inside, limits, query));
  }
  return completeOriginals(findings, lookedUp, query);
}

/** The same of what was found in the objects of a repository. Archives among them are not looked into again. */
export async function withOriginalsOfCommits(findings: readonly Finding[], policy: RunPolicy, repository: Repository): Promise<WithOriginals> {
  const isGenerated = ({ path, blob }: Finding): boolean => blob !== undefined && plain.test(path) && generated.test(path);
  if (!findings.some(isGenerated)) return { findings, skipped: [] };
  const { completeFromCommits } = await import('./in-commits.ts');
  return completeFromCommits(findings, repository, queryFor(policy, repository.folder, []), isGenerated);
}
