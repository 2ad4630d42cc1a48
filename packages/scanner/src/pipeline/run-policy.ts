import { dirname, resolve } from 'node:path';
import type { Baseline, Confidence, PathTest, PlaceNote, PolicyNote } from '@submit-guard/core';
import { compileExclusion } from '@submit-guard/core';
import type { Config } from '../configs/config.ts';
import { loadConfig } from '../configs/load-config.ts';
import { collectKnownKeys } from '../known-keys/collect-known-keys.ts';
import type { KnownData } from '../known-keys/known-data.ts';
import { fingerprintsOf, loadKeysFile } from '../known-keys/known-fingerprints.ts';
import { loadBaseline } from '../policies/baseline-file.ts';
import type { PolicyFile } from '../policies/policy-file.ts';
import { defaultBaselinePath, defaultKeysPath, placeOf } from '../policies/policy-file.ts';
import { pathsFrom, policyRoot } from '../policies/policy-root.ts';
import type { Target } from '../sources/worktree/targets.ts';
import type { EnginePolicy } from './create-engine.ts';

/** The policy of a run: what its files say, and what the command line says over them. */
export interface RunPolicy extends EnginePolicy {
  readonly baselineFile: PolicyFile;
  readonly baseline: Baseline;
  /** What makes keys known, for worker threads. A function, so that printing a policy prints no key. */
  readonly knownData: () => KnownData;
  /** Files of the policy that could not be read and do not end the scan. */
  readonly unread: readonly PlaceNote[];
  /** What the files on disk would excuse and the trusted revision does not; none where the files on disk count. */
  readonly untrusted: readonly PolicyNote[];
  /** Whether the configuration leaves out a path relative to the working directory. */
  readonly excludes: PathTest;
}

/** What of the configuration is about archives and compressed files. */
export type ArchiveOptions = { readonly [Name in Extract<keyof Config, 'archives' | `maxArchive${string}`>]?: Config[Name] };

export interface RunPolicyQuery {
  /** Absolute path. */
  readonly cwd: string;
  readonly targets: readonly Target[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** As given on the command line; over what the configuration says. */
  readonly configPath: string | undefined;
  readonly baselinePath: string | undefined;
  readonly minConfidence: Confidence | undefined;
  readonly maxDecodeDepth: number | undefined;
  readonly archives?: ArchiveOptions | undefined;
  /** Revision whose configuration, baseline, known keys and suppressions count, in place of those on disk. */
  readonly policyFrom?: string | undefined;
  /** Revision whose files count in a repository without a work tree; suppression comments count as they stand. */
  readonly policyFilesFrom?: string | undefined;
}

/**
 * Loads everything that decides what is found and what of it is reported.
 *
 * @throws {PolicyError} where a file of the policy is faulty.
 */
export async function loadRunPolicy(query: RunPolicyQuery): Promise<RunPolicy> {
  const { cwd, environment } = query;
  const revision = query.policyFrom ?? query.policyFilesFrom;
  const isStrict = query.policyFrom !== undefined;
  const trusted = revision === undefined ? undefined : await (await import('./trusted-files.ts')).openTrustedFiles(cwd, revision, isStrict);
  const { config: written, folder } = await (trusted?.loadConfig ?? loadConfig)(cwd, query.configPath);
  const config: Config = {
    ...written,
    minConfidence: query.minConfidence ?? written.minConfidence,
    maxDecodeDepth: query.maxDecodeDepth ?? written.maxDecodeDepth,
    ...query.archives,
  };
  const root = policyRoot(cwd, folder);
  const file = (usual: string, explicit: string | undefined, configured: string | undefined): PolicyFile =>
    placeOf(usual, { cwd, root, explicit, configured, configFolder: folder });
  const baselineFile = file(defaultBaselinePath, query.baselinePath, config.baseline);
  const foldersOf = (isOf: (target: Target) => boolean): readonly string[] =>
    [...new Set(query.targets.filter(isOf).map(({ kind, path }) => resolve(cwd, kind === 'file' ? dirname(path) : path)))];
  const [baseline, keysFile, { keys, variables, unread }] = await Promise.all([
    (trusted?.loadBaseline ?? loadBaseline)(baselineFile),
    (trusted?.loadKeysFile ?? loadKeysFile)(file(defaultKeysPath, undefined, config.keysFile)),
    collectKnownKeys({
      cwd,
      folders: foldersOf(({ kind }) => kind === 'folder' || kind === 'glob'),
      foldersOfFiles: foldersOf(({ kind }) => kind === 'file'),
      environment,
      envFiles: config.envFiles,
      names: config.names,
    }),
  ]);
  const isExcluded = compileExclusion(config.exclude);
  const toConfigPath = pathsFrom(cwd, folder);
  const enginePolicy = { config, configFolder: folder, root, known: { keys, fingerprints: fingerprintsOf(keysFile) } };
  const review = isStrict ? await trusted?.review(enginePolicy, baselineFile) : undefined;
  return {
    ...enginePolicy,
    ignoresComments: isStrict,
    knownData: () => ({ variables, keysFile }),
    baselineFile,
    baseline: { version: 1, entries: [...baseline.entries, ...review?.entries ?? []] },
    unread,
    untrusted: review?.notes ?? [],
    excludes: config.exclude.length === 0 ? () => false : (path) => isExcluded(toConfigPath(path)),
  };
}
