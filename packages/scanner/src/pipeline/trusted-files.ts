import { dirname, join, posix, relative, resolve, sep } from 'node:path';
import type { Baseline, BaselineEntry, PolicyNote } from '@submit-guard/core';
import { emptyBaseline, PolicyError } from '@submit-guard/core';
import { defaultConfig } from '../configs/config.ts';
import { configNames } from '../configs/find-config.ts';
import { foldersUpward } from '../configs/folders-upward.ts';
import { loadConfig } from '../configs/load-config.ts';
import { parseConfig } from '../configs/parse-config.ts';
import { findCommit, readFilesAt } from '../git/commit-files.ts';
import type { KeysFile } from '../known-keys/keys-file.ts';
import { loadKeysFile, parseKeysFile } from '../known-keys/known-fingerprints.ts';
import { quotePath } from '../paths/quote-path.ts';
import type { PolicyFile } from '../policies/policy-file.ts';
import { loadBaseline, parseBaseline } from '../policies/baseline-file.ts';
import { findWorkTree } from '../sources/worktree/find-work-tree.ts';
import type { EnginePolicy } from './create-engine.ts';
import { reviewPolicy } from './review-policy.ts';

/** The files of a policy as a trusted commit has them. */
export interface TrustedFiles {
  readonly loadConfig: typeof loadConfig;
  readonly loadBaseline: (place: PolicyFile) => Promise<Baseline>;
  readonly loadKeysFile: (place: PolicyFile) => Promise<KeysFile | undefined>;
  readonly review: (policy: EnginePolicy, baseline: PolicyFile) => Promise<PolicyReview>;
}

/** What of the suppressions on disk is trusted, and what is not. */
export interface PolicyReview {
  /** What comments suppress in the trusted commit, as entries of a baseline: by content, in its file. */
  readonly entries: readonly BaselineEntry[];
  /** What is on disk only. */
  readonly notes: readonly PolicyNote[];
}

/** The same limits as for files on disk do not matter here: somebody trusts the commit. */
const shownRevision = /^[\w./@^~{}-]{1,80}$/;

/**
 * Opens the policy of a commit.
 *
 * @param cwd - absolute path inside of the work tree, or of a repository without one.
 * @param hasWorkTree - whether there has to be a work tree.
 * @throws {PolicyError} where there is no such commit.
 */
export async function openTrustedFiles(cwd: string, revision: string, hasWorkTree: boolean): Promise<TrustedFiles> {
  const top = hasWorkTree ? findWorkTree(cwd) : cwd;
  if (top === undefined) throw new PolicyError('--policy-from names a commit, and this is no git work tree.');
  const commit = await findCommit(cwd, revision);
  const shown = shownRevision.test(revision) ? revision : 'that name';
  if (commit === undefined) throw new PolicyError(`--policy-from: there is no commit ${shown} in this repository. Fetch it, or mend the name.`);
  const inTree = (path: string): string => relative(top, path).split(sep).join('/');
  const nameOf = (path: string): string => `${shown}:${quotePath(inTree(path))}`;
  /** What lies outside of the work tree is whoever's who runs the scan, and no change can bring it along. */
  const isOutside = (path: string): boolean => inTree(path).startsWith('../');
  /** Bytes of a file; `undefined` where the commit has none. */
  const read = async (path: string): Promise<Buffer | undefined> => (await readFilesAt(cwd, commit, [inTree(path)]))[0]?.bytes;
  return {
    async loadConfig(from, explicit) {
      if (explicit !== undefined) {
        const path = resolve(from, explicit);
        if (isOutside(path)) return loadConfig(from, explicit);
        const bytes = await read(path);
        if (bytes === undefined) throw new PolicyError(`There is no configuration ${nameOf(path)}: what is trusted has to be there.`);
        return { config: await parseConfig(bytes, path, nameOf(path)), path, folder: dirname(path) };
      }
      const candidates = foldersUpward(cwd).map((folder) => configNames.map((name) => join(folder, name)));
      const files = await readFilesAt(cwd, commit, candidates.flat().map(inTree));
      for (const names of candidates) {
        const [file, second] = files.filter(({ path }) => names.some((name) => inTree(name) === path));
        if (file === undefined) continue;
        if (second !== undefined) throw new PolicyError(`There are two configurations in ${shown}:${posix.dirname(String(file.path))}. Keep one.`);
        const path = join(top, String(file.path));
        return { config: await parseConfig(file.bytes, path, nameOf(path)), path, folder: dirname(path) };
      }
      return { config: defaultConfig, path: undefined, folder: cwd };
    },
    async loadBaseline(place) {
      if (isOutside(place.path)) return loadBaseline(place);
      const bytes = await read(place.path);
      return bytes === undefined ? emptyBaseline : parseBaseline(bytes, nameOf(place.path));
    },
    async loadKeysFile(place) {
      if (isOutside(place.path)) return loadKeysFile(place);
      const { path } = place;
      const bytes = await read(path);
      return bytes === undefined ? undefined : parseKeysFile(bytes, nameOf(path));
    },
    review: async (policy, { path }) => reviewPolicy({ cwd, top, commit, revision: shown, policy, baseline: { path: inTree(path), trusted: isOutside(path) ? undefined : await read(path) } }),
  };
}
