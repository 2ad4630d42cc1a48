import { resolve } from 'node:path';
import type { Report } from '@submit-guard/core';
import { patternEngineFor } from '../../configs/pattern-engine.ts';
import { objectStore, openRepository } from '../../git/repository.ts';
import { AllSource } from '../../sources/git/all-source.ts';
import type { ObjectSource } from '../../sources/git/object-source.ts';
import { listStaged, StagedSource } from '../../sources/git/staged-source.ts';
import type { Collection, ScanOptions } from '../collect.ts';
import { createEngine } from '../create-engine.ts';
import { withOriginalsOfCommits } from '../originals/with-originals.ts';
import { PictureDesk } from '../pictures/picture-desk.ts';
import { searchSentences } from '../pool-starter.ts';
import { compareFindings, comparePolicyNotes } from '../report-order.ts';
import { loadRunPolicy } from '../run-policy.ts';
import { reportOf } from '../scan.ts';
import { tellAbout } from '../tell-about.ts';
import { attributeSuspects } from './attribute-suspects.ts';
import { ObjectExaminer } from './examine-objects.ts';
import { knownObjectsPath, loadKnownObjects, saveKnownObjects } from './known-objects.ts';
import { laneStarter } from './lane-starter.ts';
import type { ObjectTarget } from './object-target.ts';
import { rangeSourceOf } from './object-target.ts';
import { siftSource } from './scan-objects.ts';

export interface RepositoryScanOptions extends Omit<ScanOptions, 'targets' | 'stdin' | 'stdinPath' | 'noIgnore' | 'maxFileSize'> {
  readonly target: ObjectTarget;
  /** Folder of the repository, relative to `cwd`; paths are relative to it then. Absent, the environment may name the repository, as in a hook. */
  readonly repository?: string | undefined;
  /** Revision whose configuration, baseline and known keys count where there is no work tree that has them. */
  readonly policyFilesFrom?: string | undefined;
  /** False: neither read nor keep what is known to be clean. */
  readonly cache?: boolean;
}

/**
 * Scans objects of a repository, but for the baseline.
 *
 * @throws {GitError} where there is no such repository or commit; `PolicyError` where a file of the policy is faulty.
 */
async function collectObjects(options: RepositoryScanOptions, desk: PictureDesk | undefined): Promise<Collection> {
  const cwd = resolve(options.cwd ?? process.cwd(), options.repository ?? '.');
  const environment = options.environment ?? process.env;
  const { target } = options;
  const store = objectStore(cwd, options.repository === undefined);
  const staged = target.kind === 'staged' ? listStaged(store) : undefined;
  // What is wrong with the repository itself is said first.
  staged?.catch(() => undefined);
  const [repository, policy] = await Promise.all([
    openRepository(store),
    loadRunPolicy({
      cwd,
      targets: [],
      environment,
      configPath: options.config,
      baselinePath: options.baseline,
      minConfidence: options.minConfidence,
      maxDecodeDepth: options.maxDecodeDepth,
      archives: options.archives,
      policyFrom: options.policyFrom,
      policyFilesFrom: options.policyFilesFrom,
    }),
  ]);
  const engine = createEngine(policy, { cwd, surface: options.surface, patternEngine: await patternEngineFor(policy.config), shelf: desk?.shelf });
  const pictures = desk && { desk, policy };
  options.onDetail?.(searchSentences[engine.search.kind]);
  const cachePath = target.kind === 'all' && options.cache !== false ? knownObjectsPath(repository, policy, await desk?.version() ?? '', environment) : undefined;
  const known = cachePath === undefined ? undefined : loadKnownObjects(cachePath, repository.idLength);
  let source: ObjectSource;
  if (target.kind === 'all') source = new AllSource(repository, known);
  else if (target.kind === 'staged') source = new StagedSource(repository, policy.excludes, staged ?? listStaged(store));
  else source = await rangeSourceOf(target, repository, policy.excludes);
  const sifted = await siftSource(source, {
    engine,
    onProgress: options.onProgress ?? (() => undefined),
    mindsComments: target.kind === 'staged',
    pictures,
    startLanes: laneStarter({ jobs: options.jobs ?? 1, policy, search: engine.compiledSearch, surface: options.surface, cwd, store, onDetail: options.onDetail }),
  });
  const { suspects, names, objects, tally } = sifted;
  if (cachePath !== undefined && source instanceof AllSource) {
    const problem = saveKnownObjects(cachePath, source, sifted, known);
    if (problem !== undefined) options.onDetail?.(`What is clean could not be kept for the next run: ${problem}`);
  }
  const examiner = new ObjectExaminer({ engine, store, pictures, excludes: policy.excludes, reportsNotes: target.kind === 'staged' });
  if (suspects.length + names.size > 0) {
    const { attributions, failure } = await attributeSuspects(source, { ids: new Set(suspects.map(({ id }) => id)), names });
    if (failure !== undefined) tally.unread.push({ path: '.', reason: failure });
    await examiner.examine(suspects, attributions);
  }
  tally.add(examiner.tally);
  const places = tellAbout(tally, source.notes, policy, options);
  const { findings, skipped } = await withOriginalsOfCommits(tally.findings.sort(compareFindings), policy, repository);
  return {
    findings,
    suppressed: tally.suppressed,
    notes: tally.notes.sort(comparePolicyNotes),
    coverage: {
      files: 0,
      commits: source.commits,
      ...(source.knownClean > 0 && { knownClean: source.knownClean }),
      blobs: objects,
      ...(tally.members > 0 && { members: tally.members }),
      bytes: tally.bytes,
      skipped: places(source.notes.skipped, tally.skipped, skipped),
      unread: places(source.notes.unread, tally.unread, policy.unread),
    },
    policy,
    cwd,
    scope: [],
  };
}

/**
 * Scans objects of a repository: from bytes to a report.
 *
 * @throws what {@link collectObjects} throws.
 */
export async function scanRepository(options: RepositoryScanOptions): Promise<Report> {
  const { pictures, jobs = 1, environment = process.env } = options;
  const desk = pictures?.isInstalled === true ? new PictureDesk({ ...pictures, jobs, environment }) : undefined;
  try {
    return reportOf(await collectObjects(options, desk));
  } finally {
    await desk?.close();
  }
}
