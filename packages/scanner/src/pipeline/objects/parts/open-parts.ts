import { createHash } from 'node:crypto';
import { basename, resolve } from 'node:path';
import type { Confidence, PathTest } from '@submit-guard/core';
import { compileExclusion } from '@submit-guard/core';
import { patternEngineFor } from '../../../configs/pattern-engine.ts';
import { createEngine } from '../../create-engine.ts';
import { policyKey } from '../../policy-key.ts';
import type { ArchiveOptions } from '../../run-policy.ts';
import { loadRunPolicy } from '../../run-policy.ts';
import { quotePath } from '../../../paths/quote-path.ts';
import { compareFindings } from '../../report-order.ts';
import { scanStream } from '../../scan-stream.ts';
import { tellAbout } from '../../tell-about.ts';
import { ClosedIds } from './closed-ids.ts';
import { byReason } from './notes-by-reason.ts';
import type { RepositoryOutcome } from './part.ts';
import { RepositoryParts } from './repository-parts.ts';

export interface PartsOptions {
  /** Absolute path of the folder whose configuration and known keys count, for every repository: a repository cannot excuse itself. */
  readonly cwd: string;
  /** Path of the configuration, relative to `cwd`. Default: it is searched for. */
  readonly config?: string | undefined;
  readonly minConfidence?: Confidence | undefined;
  readonly maxDecodeDepth?: number | undefined;
  readonly archives?: ArchiveOptions | undefined;
  /** Variables that may make keys known. Default: those of the process. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

/** What a stream comes to. Plain data that holds no key. */
export type StreamOutcome = Pick<RepositoryOutcome, 'findings' | 'suppressed' | 'notes' | 'members' | 'bytes' | 'skipped' | 'unread'>;

/** One policy for many repositories. */
export interface PartsScanner {
  /** Stands for everything that decides whether something may be found in an object. Holds no key. */
  readonly policyKey: string;
  /** Stands for everything that decides what is reported. Holds no key. */
  readonly reportKey: string;
  /**
   * @param folder - absolute path of a work tree or a bare repository.
   * @param portionCost - what a portion of its packs may cost, in bytes that are searched. Default: 64 MiB.
   * @throws {GitError} where it is none, or git may not use it.
   */
  open(folder: string, portionCost?: number): Promise<RepositoryParts>;
  /** Tells what the configuration leaves out, by a path as in a repository. */
  readonly excludes: PathTest;
  /**
   * Scans what is in no repository. One at a time, as the search has one memory.
   *
   * @param path - as in a repository.
   * @param stream - all its bytes. Where it throws, the outcome says that something is unread.
   */
  scanStream(path: string, stream: AsyncIterable<Uint8Array>): Promise<StreamOutcome>;
}

/**
 * Loads the policy of a fleet.
 *
 * @throws {PolicyError} where a file of the policy is faulty.
 */
export async function openPartsScanner(options: PartsOptions): Promise<PartsScanner> {
  const cwd = resolve(options.cwd);
  const environment = options.environment ?? process.env;
  const loaded = await loadRunPolicy({
    cwd, targets: [], environment, configPath: options.config, baselinePath: undefined, minConfidence: options.minConfidence, maxDecodeDepth: options.maxDecodeDepth, archives: options.archives,
  });
  const { config } = loaded;
  // Globs and surfaces are those of a path within its repository, wherever that lies.
  const policy = { ...loaded, configFolder: cwd, root: cwd, excludes: config.exclude.length === 0 ? () => false : compileExclusion(config.exclude) };
  const engine = createEngine(policy, { cwd, patternEngine: await patternEngineFor(config) });
  // The same on every machine: the name of a built file says what is in it, wherever it lies.
  const key = policyKey(policy, basename(new URL(import.meta.url).pathname));
  const closed = new ClosedIds();
  return {
    policyKey: key,
    reportKey: createHash('sha256').update(JSON.stringify([key, [...config.rules], config.minConfidence, config.exclude, config.surfaces])).digest('hex'),
    open: (folder, portionCost) => RepositoryParts.open({ engine, policy, closed }, folder, portionCost),
    excludes: policy.excludes,
    async scanStream(path, stream) {
      const outcome = await scanStream(engine, stream, { path: quotePath(path), name: path }, () => undefined);
      const places = tellAbout(outcome, { notices: [] }, policy, {});
      const { findings, suppressed, notes, members, bytes } = outcome;
      return { findings: [...findings].sort(compareFindings), suppressed, notes, members, bytes, skipped: byReason(places, outcome.skipped), unread: byReason(places, outcome.unread) };
    },
  };
}
