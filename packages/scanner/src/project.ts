import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding, KnownFingerprints, PathTest, PlaceNote, Variable } from '@submit-guard/core';
import { isEnvFileName, keyOfSubstance, prefilterPlan, redactionOf } from '@submit-guard/core';
import type { Surface } from '@submit-guard/rules';
import { foldersUpward } from './configs/folders-upward.ts';
import { loadConfig } from './configs/load-config.ts';
import { patternEngineFor } from './configs/pattern-engine.ts';
import { toDetectorOptions } from './configs/to-detector-options.ts';
import type { Environment } from './known-keys/known-keys-in.ts';
import { knownKeysIn } from './known-keys/known-keys-in.ts';
import { readEnvFile } from './known-keys/read-env-file.ts';
import { compileSearch, loadSearch } from './pipeline/blob-search.ts';
import type { TextFinder } from './pipeline/find-in-text.ts';
import { createTextSieve } from './pipeline/text-sieve.ts';
import type { PolicyFile } from './policies/policy-file.ts';
import { defaultKeysPath, placeOf } from './policies/policy-file.ts';
import { pathsFrom, policyRoot } from './policies/policy-root.ts';

export interface ProjectOptions {
  /** Absolute path of the folder that paths are relative to, and from which the configuration is searched for. */
  readonly root: string;
  /** Absolute paths of further folders whose environment files make keys known, with those above them in their work tree. */
  readonly envFolders?: readonly string[];
  /** What every text is. */
  readonly surface: Surface;
  /** Variables that may make keys known. Default: those of the process. */
  readonly environment?: Environment;
}

/** What a build tool asks about a project: it has texts that are not files yet. Reads none of the project's files after it was opened. */
export interface Project {
  /**
   * What is to be reported of a text: findings as `submit-guard scan` has them, but for the baseline. The detector is loaded with the first text
   * in which something may be found; most builds have none.
   *
   * @param path - relative to the root, `/`-separated; decides what kind of document it is.
   */
  scan(content: string | Uint8Array, path: string): Promise<readonly Finding[]>;
  /** Names of variables that hold a known key, and where each was read, for people. */
  readonly variables: readonly Pick<Variable, 'name' | 'source'>[];
  /** Words in which every known key is redacted. */
  redact(words: string): string;
  /** Files that may hold keys and could not be read. */
  readonly unread: readonly PlaceNote[];
}

/**
 * Opens a project with its configuration and the keys that it knows: from the environment, from its committed fingerprints, and from every
 * environment file of its folders. A file that git tracks counts, too: what it holds must not be shipped either.
 *
 * @throws {PolicyError} where a file of the policy is faulty.
 */
export async function openProject({ root, envFolders = [], surface, environment = process.env }: ProjectOptions): Promise<Project> {
  const { config, folder } = await loadConfig(root);
  const top = policyRoot(root, folder);
  const files = config.envFiles ? envFilesIn([root, ...envFolders]).map((path) => readEnvFile(path, root)) : [];
  const { keys, variables, unread } = await knownKeysIn(files, environment, config.names);
  const fingerprints = await fingerprintsIn(placeOf(defaultKeysPath, { cwd: root, root: top, explicit: undefined, configured: config.keysFile, configFolder: folder }));
  const known = { keys, fingerprints };
  const patternEngine = await patternEngineFor(config);
  const isExcluded = await exclusionOf(config.exclude);
  const toConfigPath = pathsFrom(root, folder);

  const plan = prefilterPlan(toDetectorOptions(config, known, patternEngine));
  const search = compileSearch(plan);
  const mayHold = createTextSieve(plan, loadSearch(plan, search));
  let finder: Promise<TextFinder> | undefined;
  return {
    async scan(content, path) {
      if (isExcluded(toConfigPath(path)) || !mayHold(content, path)) return [];
      finder ??= import('./pipeline/find-in-text.ts').then(({ createTextFinder }) => (
        createTextFinder({ config, configFolder: folder, root: top, known }, { cwd: root, surface, patternEngine, search })
      ));
      return (await finder)(content, path);
    },
    variables: variables.filter(({ value }) => keyOfSubstance(value) !== undefined).map(({ name, source }) => ({ name, source })),
    redact: redactionOf(keys.map(({ secret }) => secret)),
    unread,
  };
}

/** The committed fingerprints; what reads them is loaded where there are any. */
async function fingerprintsIn(place: PolicyFile): Promise<KnownFingerprints | undefined> {
  if (!existsSync(place.path)) return undefined;
  const { loadKnownFingerprints } = await import('./known-keys/known-fingerprints.ts');
  return loadKnownFingerprints(place);
}

/** What the configuration leaves out; few do, and globs are loaded for them alone. */
async function exclusionOf(globs: readonly string[]): Promise<PathTest> {
  if (globs.length === 0) return () => false;
  const { compileExclusion } = await import('./policies/exclusions.ts');
  return compileExclusion(globs);
}

/** Environment files in folders and above them, each once; a folder that cannot be listed has none that anybody could read. */
function envFilesIn(folders: readonly string[]): readonly string[] {
  const all = new Set(folders.flatMap(foldersUpward));
  return [...all].flatMap((folder) => {
    try {
      return readdirSync(folder).filter(isEnvFileName).sort().map((name) => join(folder, name));
    } catch {
      return [];
    }
  });
}
