import { randomUUID } from 'node:crypto';
import { availableParallelism } from 'node:os';
import type { Report } from '@submit-guard/core';
import type { ExitStatus, PartsScanner, PresentationOptions, TerminalContext } from 'submit-guard/fleet';
import { openPartsScanner, presentReport, UsageError } from 'submit-guard/fleet';
import { CleanTables } from '../caches/clean-tables.ts';
import { scanFleet } from '../coordinators/scan-fleet.ts';
import type { Engine } from '../engines/engine.ts';
import { LocalEngine } from '../engines/local-engine.ts';
import { jobCost } from '../jobs/cut-work.ts';
import { JobPool } from '../pools/job-pool.ts';
import { loadFleetBaseline } from '../stores/fleet-baseline.ts';
import { openStore } from '../stores/open-store.ts';
import { acceptedReport } from '../stores/report-of.ts';
import type { ScanRecord, Store } from '../stores/store.ts';
import type { BucketOptions } from '../targets/bucket.ts';
import { listTargets } from '../targets/list-targets.ts';
import type { Target } from '../targets/target.ts';
import { FleetProgress } from '../terminals/fleet-progress.ts';
import type { ProcessOptions } from './process-options.ts';
import { endpointOf, policyOf, processSetup, redisUrl } from './process-options.ts';

/** Options of `submit-guard fleet scan` as the command line gives them. */
export interface ScanFleetOptions extends PresentationOptions, ProcessOptions {
  readonly store: string;
  /** Path of a baseline, relative to the working directory. */
  readonly baseline?: string;
  readonly resume?: boolean;
  /** Bytes. */
  readonly jobSize?: number;
  readonly engine: 'local' | 'bullmq';
  readonly redis?: string;
  readonly github?: string;
  readonly gitlab?: string;
  readonly githubApi: string;
  readonly gitlabApi: string;
  readonly pushedSince?: string;
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  readonly includeObject?: readonly string[];
  readonly excludeObject?: readonly string[];
  /** Bytes. */
  readonly largestObject?: number;
}

/**
 * `submit-guard fleet scan`: scans many repositories, and reports what the store has in the end.
 *
 * @throws {UsageError}, `FleetError` and `PolicyError` for what the person should mend.
 */
export async function runFleetScan(words: readonly string[], options: ScanFleetOptions, context: TerminalContext): Promise<ExitStatus> {
  const { cwd } = context;
  const isResumed = options.resume === true;
  const isNamed = words.length > 0 || options.github !== undefined || options.gitlab !== undefined;
  if (options.redis !== undefined && options.engine !== 'bullmq') throw new UsageError('--redis goes with --engine bullmq.');
  if (!isNamed && !isResumed) throw new UsageError('Say what to scan: repositories, folders that hold some, addresses, buckets, files that list these, --github or --gitlab.');
  if (isNamed && isResumed) throw new UsageError('--resume goes on with the repositories that the store has; leave the targets out.');
  const scanner = await openPartsScanner(policyOf(options, cwd));
  // Whether it can be read is to be known before the scan.
  await loadFleetBaseline(options.baseline, cwd);
  const targets = isResumed ? [] : await targetsOf(words, options, context);
  return presentReport(async (): Promise<Report> => {
    const store = await openStore({ word: options.store, cwd, writes: true });
    let engine: Engine | undefined;
    try {
      const scan = isResumed ? await resumed(store, scanner.reportKey) : await begun(store, scanner.reportKey, targets);
      engine = await (options.engine === 'bullmq' ? queueEngine(scan, scanner, options, context) : localEngine(store, scanner, options, context));
      await scanRest({ store, engine, options, context });
      await store.finish({ ...scan, finishedAt: new Date().toISOString() });
      return await acceptedReport(store, cwd, options.baseline);
    } finally {
      await engine?.close();
      await store.close();
    }
    // The progress is that of a fleet.
  }, { ...options, progress: false }, context);
}

/** @throws {UsageError} where there is nothing to scan; `FleetError` where a service cannot be asked. */
async function targetsOf(words: readonly string[], options: ScanFleetOptions, { cwd, environment }: TerminalContext): Promise<readonly Target[]> {
  const { github, gitlab, githubApi, gitlabApi, pushedSince, include = [], exclude = [], includeObject = [], excludeObject = [], largestObject } = options;
  if (pushedSince !== undefined && github === undefined && gitlab === undefined) throw new UsageError('--pushed-since goes with --github or --gitlab, which say when somebody pushed.');
  const listed = [
    ...(github === undefined ? [] : await (await import('../forges/github.ts')).listGithub({ api: githubApi, owner: github, token: environment['GITHUB_TOKEN'], pushedSince })),
    ...(gitlab === undefined ? [] : await (await import('../forges/gitlab.ts')).listGitlab({ api: gitlabApi, owner: gitlab, token: environment['GITLAB_TOKEN'], pushedSince })),
  ];
  const buckets: BucketOptions = {
    endpoint: endpointOf(options, environment), include: includeObject, exclude: excludeObject, ...(largestObject !== undefined && { largest: largestObject }),
  };
  const targets = listTargets({ words, cwd, include, exclude, buckets, listed });
  if ((includeObject.length + excludeObject.length > 0 || largestObject !== undefined) && !targets.some(({ place }) => place.kind === 'bucket')) {
    throw new UsageError('--include-object, --exclude-object and --largest-object go with buckets: s3://bucket/prefix.');
  }
  if (targets.length === 0) throw new UsageError('There is nothing to scan: no repository fits --include, --exclude and --pushed-since, or none is listed.');
  return targets;
}

/** Processes of this machine. What is clean is known to all of them, and kept in the store for the next scan. */
async function localEngine(store: Store, scanner: PartsScanner, options: ScanFleetOptions, context: TerminalContext): Promise<Engine> {
  const cache = new CleanTables((ids) => void store.keepClean(scanner.policyKey, ids).catch(() => undefined));
  for (const ids of await store.clean(scanner.policyKey)) cache.restore(ids);
  const jobs = options.jobs ?? availableParallelism();
  return new LocalEngine(new JobPool(jobs, processSetup(options, context), cache), jobs);
}

async function queueEngine({ id }: ScanRecord, scanner: PartsScanner, options: ScanFleetOptions, { environment, tell }: TerminalContext): Promise<Engine> {
  const url = redisUrl(options, environment);
  const [{ connectRedis }, { BullmqEngine }] = await Promise.all([import('../queues/redis-connection.ts'), import('../engines/bullmq-engine.ts')]);
  return new BullmqEngine({ redis: await connectRedis(url), url, policy: scanner.reportKey, scan: id, onNotice: (sentence) => tell(`submit-guard: ${sentence}\n`) });
}

interface Rest {
  readonly store: Store;
  readonly engine: Engine;
  readonly options: ScanFleetOptions;
  readonly context: TerminalContext;
}

async function scanRest({ store, engine, options, context }: Rest): Promise<void> {
  const targets = (await store.repositories()).filter(({ state }) => state !== 'done').map(({ target }) => target);
  const progress = FleetProgress.of(options, context, targets.length);
  try {
    progress?.begin(engine, store);
    await scanFleet({ engine, store, targets, jobCost: options.jobSize ?? jobCost, onRepositories: (count) => progress?.step(count) });
  } finally {
    progress?.end();
  }
}

async function begun(store: Store, policy: string, targets: readonly Target[]): Promise<ScanRecord> {
  const scan: ScanRecord = { id: randomUUID(), policy, startedAt: new Date().toISOString() };
  await store.begin(scan, targets);
  return scan;
}

/** @throws {UsageError} where there is nothing to go on with. */
async function resumed(store: Store, policy: string): Promise<ScanRecord> {
  const scan = await store.scan();
  if (scan === undefined) throw new UsageError('This store has no scan to go on with. Begin one: leave --resume out, and name what to scan.');
  if (scan.policy !== policy) {
    throw new UsageError('What decides about findings is not what it was when this scan began: the configuration, the known keys or the version of submit-guard differ. Begin anew: leave --resume out, and name what to scan.');
  }
  return scan;
}
