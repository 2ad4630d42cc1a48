import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding, PlaceNote, Variable } from '@submit-guard/core';
import { compileExclusion, isEnvFileName, keyOfSubstance, redactionOf } from '@submit-guard/core';
import type { Surface } from '@submit-guard/rules';
import { foldersUpward } from './configs/folders-upward.ts';
import { loadConfig } from './configs/load-config.ts';
import { patternEngineFor } from './configs/pattern-engine.ts';
import type { Environment } from './known-keys/collect-known-keys.ts';
import { knownKeysIn } from './known-keys/collect-known-keys.ts';
import { defaultKeysPath, loadKnownFingerprints } from './known-keys/known-fingerprints.ts';
import { readEnvFile } from './known-keys/read-env-file.ts';
import { quotePath } from './paths/quote-path.ts';
import { createEngine } from './pipeline/create-engine.ts';
import { compareFindings } from './pipeline/report-order.ts';
import { scanBytes } from './pipeline/scan-bytes.ts';
import { placeOf } from './policies/baseline-file.ts';
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

/** What a build tool asks about a project: it has texts that are not files yet. Reads nothing after it was opened. */
export interface Project {
  /**
   * What is to be reported of a text: findings as `submit-guard scan` has them, but for the baseline.
   *
   * @param path - relative to the root, `/`-separated; decides what kind of document it is.
   */
  scan(content: string | Uint8Array, path: string): readonly Finding[];
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
  const [{ keys, variables, unread }, fingerprints] = await Promise.all([
    knownKeysIn(files, environment, config.names),
    loadKnownFingerprints(placeOf(defaultKeysPath, { cwd: root, root: top, explicit: undefined, configured: config.keysFile, configFolder: folder })),
  ]);
  const policy = { config, configFolder: folder, root: top, known: { keys, fingerprints } };
  const engine = createEngine(policy, { cwd: root, surface, patternEngine: await patternEngineFor(config) });
  const isExcluded = config.exclude.length === 0 ? () => false : compileExclusion(config.exclude);
  const toConfigPath = pathsFrom(root, folder);
  return {
    scan(content, path) {
      if (isExcluded(toConfigPath(path))) return [];
      const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
      const { findings } = scanBytes(engine, bytes, { path: quotePath(path), name: path });
      return findings.length === 0 ? findings : structuredClone([...findings]).sort(compareFindings);
    },
    variables: variables.filter(({ value }) => keyOfSubstance(value) !== undefined).map(({ name, source }) => ({ name, source })),
    redact: redactionOf(keys.map(({ secret }) => secret)),
    unread,
  };
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
