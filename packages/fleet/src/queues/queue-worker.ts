import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Redis } from 'ioredis';
import type { PartsScanner } from 'submit-guard/fleet';
import { isInside } from 'submit-guard/fleet';
import type { Job, PartJob, PartOutcome } from '../jobs/job.ts';
import { JobError } from '../errors/job-error.ts';
import { MalformedError, parseJob, parsePartResult } from '../jobs/parse-job.ts';
import type { JobPool } from '../pools/job-pool.ts';
import type { Place } from '../targets/target.ts';
import type { Job as QueuedJob } from './bullmq.ts';
import { UnrecoverableError, Worker } from './bullmq.ts';
import { jobIdOf, prefix, QueueNames } from './queue-names.ts';

export interface QueueWorkerOptions {
  readonly redis: Redis;
  readonly scanner: PartsScanner;
  readonly pool: JobPool;
  /** Jobs at the same time. */
  readonly jobs: number;
  /** Names the place where this worker has its mirrors. */
  readonly storage: string;
  /** Absolute paths of folders in and below which repositories may be read. */
  readonly folders: readonly string[];
  /** Milliseconds after which a worker that says nothing has lost its job. */
  readonly stalledAfter: number;
  /** Repositories a minute that all workers together fetch from one host. */
  readonly hostRate: number;
  /** Told what goes on, in sentences. */
  readonly onEvent: (sentence: string) => void;
}

/** Milliseconds between two looks for hosts that have become known. */
const interval = 1000;

/** How often a job may be lost with its worker before it is given up: the third one to take it may be brought down, too. */
const mostLosses = 2;

/** Takes jobs out of the queues of a fleet and has a pool carry them out. */
export class QueueWorker {
  readonly #options: QueueWorkerOptions;
  readonly #names: QueueNames;
  readonly #workers = new Map<string, Worker>();
  #timer: NodeJS.Timeout | undefined;

  constructor(options: QueueWorkerOptions) {
    this.#options = options;
    this.#names = new QueueNames(options.scanner.reportKey);
  }

  /** Begins to take jobs; goes on until it is closed. */
  async start(): Promise<void> {
    this.#listen(this.#names.general);
    this.#listen(this.#names.ofStorage(this.#options.storage));
    await this.#listenToHosts();
    this.#timer = setInterval(() => void this.#listenToHosts().catch(() => undefined), interval);
  }

  async #listenToHosts(): Promise<void> {
    const { redis, hostRate } = this.#options;
    for (const host of await redis.smembers(this.#names.hosts)) this.#listen(this.#names.ofHost(host), { max: hostRate, duration: 60_000 });
  }

  #listen(queue: string, limiter?: { readonly max: number; readonly duration: number }): void {
    if (this.#workers.has(queue)) return;
    const { redis, jobs, stalledAfter, onEvent } = this.#options;
    const worker = new Worker(queue, (job) => this.#carryOut(job), {
      connection: redis,
      prefix,
      concurrency: jobs,
      lockDuration: stalledAfter,
      stalledInterval: Math.max(1000, stalledAfter / 2),
      maxStalledCount: mostLosses,
      ...(limiter !== undefined && { limiter }),
    });
    // What is wrong with the server is told where it lasts.
    worker.on('error', () => undefined);
    worker.on('failed', (job, error) => onEvent(`A job failed (attempt ${job?.attemptsMade ?? 1}): ${error.message}.`));
    worker.on('stalled', () => onEvent('A job of a worker that ended or went silent is taken over.'));
    this.#workers.set(queue, worker);
  }

  async #carryOut(queued: QueuedJob): Promise<unknown> {
    try {
      const { scan, job } = queued.data as { readonly scan: string; readonly job: unknown };
      const parsed = parseJob(job);
      this.#check(parsed);
      return await this.#options.pool.run(parsed.kind === 'conclude' ? { ...parsed, outcomes: await outcomesOf(queued, scan, parsed) } : parsed);
    } catch (error) {
      if (error instanceof MalformedError || (error instanceof JobError && error.isFinal)) throw new UnrecoverableError(error.message);
      throw error;
    }
  }

  /** A queue may name any folder; this machine has some that are nobody's business. */
  #check(job: Job): void {
    for (const { place } of job.kind === 'repositories' ? job.targets : [job.target]) {
      const folder = folderOf(place);
      if (folder !== undefined && !this.#options.folders.some((allowed) => isInside(folder, allowed))) {
        throw new JobError('the repository is in no folder that this worker may read; name such folders with --folder', false);
      }
    }
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await Promise.all([...this.#workers.values()].map((worker) => worker.close(true)));
  }
}

/** The folder of this machine that a place leads to. */
function folderOf(place: Place): string | undefined {
  if (place.kind === 'folder') return resolve(place.path);
  return place.kind === 'url' && place.url.startsWith('file:') ? fileURLToPath(place.url) : undefined;
}

/**
 * What the parts of a plan came to, every one of them.
 *
 * @throws {JobError} where one is neither done nor failed.
 */
async function outcomesOf(queued: QueuedJob, scan: string, { target, plan, parts }: Extract<Job, { kind: 'conclude' }>): Promise<readonly PartOutcome[]> {
  const [values, failures] = await Promise.all([queued.getChildrenValues<unknown>(), queued.getIgnoredChildrenFailures()]);
  const byId = (list: Readonly<Record<string, unknown>>): ReadonlyMap<string, unknown> => new Map(Object.entries(list).map(([key, value]) => [key.slice(key.lastIndexOf(':') + 1), value]));
  const [results, reasons] = [byId(values), byId(failures)];
  return parts.map((range): PartOutcome => {
    const id = jobIdOf(scan, partJobOf({ target, plan, parts: range }));
    if (results.has(id)) return { parts: range, result: parsePartResult(results.get(id)) };
    const reason = reasons.get(id);
    if (typeof reason !== 'string') throw new JobError('what one of its parts came to is lost');
    return { parts: range, reason: reasonOf(reason) };
  });
}

/** The job for some parts; always with its members in one order, as its id is made of them. */
export function partJobOf({ target, plan, parts }: Omit<PartJob, 'kind'>): PartJob {
  return { kind: 'part', target, plan, parts: { from: parts.from, to: parts.to } };
}

/** Why a queue gave a job up, as the end of a sentence. */
export function reasonOf(failedReason: string): string {
  if (failedReason.includes('stalled more than')) return `${mostLosses + 1} workers ended or went silent while they scanned it`;
  // eslint-disable-next-line no-control-regex -- what comes out of a queue must not reach a terminal as it is
  return failedReason.replaceAll(/[\u0000-\u001f\u007f-\u009f]/g, '?').slice(0, 500).replace(/\.$/, '') || 'no reason given';
}
