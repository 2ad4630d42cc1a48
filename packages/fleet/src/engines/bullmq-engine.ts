import { setTimeout as wait } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import type { RepositoryOutcome } from 'submit-guard/fleet';
import { FleetError } from '../errors/fleet-error.ts';
import type { ConcludeJob, Ending, Job, RepositoriesJob, Scanned } from '../jobs/job.ts';
import { referenceTo } from '../jobs/job.ts';
import { MalformedError, parseOutcome, parseScanned } from '../jobs/parse-job.ts';
import type { JobsOptions, Queue } from '../queues/bullmq.ts';
import { FlowProducer, Job as QueuedJob } from '../queues/bullmq.ts';
import { jobIdOf, prefix, QueueNames } from '../queues/queue-names.ts';
import { QueueSet } from '../queues/queue-set.ts';
import { partJobOf, reasonOf } from '../queues/queue-worker.ts';
import type { Engine, LargeRepository } from './engine.ts';

export interface BullmqOptions {
  readonly redis: Redis;
  readonly url: string;
  /** `PartsScanner.reportKey`. */
  readonly policy: string;
  /** Id of the scan: who goes on with it finds its jobs again. */
  readonly scan: string;
  /** Told sentences for the person at the terminal. */
  readonly onNotice: (sentence: string) => void;
}

/** How jobs are tried again; what they come to stays in Redis until it is in the store. */
const attempts: JobsOptions = { attempts: 3, backoff: { type: 'exponential', delay: 1000, jitter: 0.5 }, removeOnComplete: false, removeOnFail: false };

/** Milliseconds between two looks at jobs of which no event has told: events may be lost with the server. */
const interval = 2000;

/** Milliseconds that the server may be away before the scan ends. */
const longestAbsence = 60_000;

/** Milliseconds without a worker before somebody should start one. */
const loneliness = 10_000;

interface Pending {
  readonly queue: Queue;
  readonly id: string;
  /** Puts the job into its queue, where it is not there. */
  readonly put: () => Promise<void>;
  readonly settle: (ending: Ending<unknown>) => void;
  readonly fail: (error: unknown) => void;
}

/** Jobs in queues of BullMQ, carried out by workers wherever they are. */
export class BullmqEngine implements Engine {
  readonly name = 'bullmq';
  readonly width = 256;
  readonly #options: BullmqOptions;
  readonly #names: QueueNames;
  readonly #queues: QueueSet;
  readonly #flows: FlowProducer;
  readonly #pending = new Map<string, Pending>();
  readonly #timer: NodeJS.Timeout;
  #lastAnswer = performance.now();
  #lastWorker = performance.now();
  #isLooking = false;

  constructor(options: BullmqOptions) {
    this.#options = options;
    this.#names = new QueueNames(options.policy);
    this.#queues = new QueueSet(options.redis, options.url, (id) => {
      const pending = this.#pending.get(id);
      if (pending !== undefined) this.#look(pending).catch(() => undefined);
    });
    this.#flows = new FlowProducer({ connection: options.redis, prefix });
    this.#flows.on('error', () => undefined);
    this.#timer = setInterval(() => void this.#lookAtAll(), interval);
  }

  async scanRepositories(job: RepositoriesJob): Promise<Ending<readonly Scanned[]>> {
    const name = this.#names.queueOf(job);
    if (name.startsWith('host-')) await this.#options.redis.sadd(this.#names.hosts, name.slice(this.#names.ofHost('').length));
    const id = jobIdOf(this.#options.scan, job);
    const queue = this.#queues.open(name);
    return this.#outcome(queue, id, async () => {
      await queue.add(job.kind, { scan: this.#options.scan, job }, { ...attempts, jobId: id });
    }, parseScanned);
  }

  async scanParts({ target, plan: whole, parts, storage }: LargeRepository): Promise<Ending<RepositoryOutcome>> {
    const { scan } = this.#options;
    const plan = referenceTo(whole);
    const job: ConcludeJob = { kind: 'conclude', target, plan, parts };
    const name = this.#names.queueOf(job, storage);
    const queue = this.#queues.open(name);
    const id = jobIdOf(scan, job);
    return this.#outcome(queue, id, async () => {
      await this.#flows.add({
        name: job.kind,
        queueName: name,
        data: { scan, job },
        opts: { ...attempts, jobId: id },
        children: parts.map((range) => {
          const part = partJobOf({ target, plan, parts: range });
          // A part that nobody can scan keeps nothing else from being reported; the parent names it.
          return { name: part.kind, queueName: name, data: { scan, job: part satisfies Job }, opts: { ...attempts, jobId: jobIdOf(scan, part), ignoreDependencyOnFailure: true } };
        }),
      });
    }, parseOutcome, () => Promise.all(parts.map((range) => queue.remove(jobIdOf(scan, partJobOf({ target, plan, parts: range }))))));
  }

  /** Waits for a job, and takes it out of its queue once its result is here. */
  async #outcome<T>(queue: Queue, id: string, put: () => Promise<void>, parse: (value: unknown) => T, clean?: () => Promise<unknown>): Promise<Ending<T>> {
    // What failed in an earlier run is tried once more.
    const before = await QueuedJob.fromId(queue, id);
    if (before !== undefined && await before.isFailed()) await before.remove();
    const ending = await new Promise<Ending<unknown>>((settle, fail) => {
      const pending: Pending = { queue, id, put, settle, fail };
      this.#pending.set(id, pending);
      this.#look(pending).catch(fail);
    });
    this.#pending.delete(id);
    let parsed: Ending<T>;
    try {
      parsed = ending.reason === undefined ? { result: parse(ending.result) } : ending;
    } catch (error) {
      if (!(error instanceof MalformedError)) throw error;
      parsed = { reason: error.message };
    }
    // Where the server is away, what is left there is small, and nobody waits for it.
    if (parsed.reason === undefined) await Promise.all([queue.remove(id), clean?.()]).catch(() => undefined);
    return parsed;
  }

  /** Looks how far a job is; one that is not there, as the server has lost it, is put there again. */
  async #look(pending: Pending): Promise<void> {
    const { queue, id } = pending;
    const job = await QueuedJob.fromId(queue, id);
    this.#lastAnswer = performance.now();
    if (!this.#pending.has(id)) return;
    if (job === undefined) await pending.put();
    else if (job.finishedOn !== undefined) pending.settle(await job.isFailed() ? { reason: reasonOf(job.failedReason) } : { result: job.returnvalue as unknown });
  }

  async #lookAtAll(): Promise<void> {
    if (performance.now() - this.#lastAnswer > longestAbsence) {
      const error = new FleetError('Redis cannot be reached any more. Go on with --resume once it is well.');
      for (const { fail } of this.#pending.values()) fail(error);
      return;
    }
    if (this.#isLooking) return;
    this.#isLooking = true;
    try {
      for (const pending of [...this.#pending.values()]) await this.#look(pending);
      if (this.#pending.size > 0) await this.#lookForWorkers();
    } catch {
      // The server is away; how long is measured above.
    } finally {
      this.#isLooking = false;
    }
  }

  async #lookForWorkers(): Promise<void> {
    const workers = await this.#queues.open(this.#names.general).getWorkersCount();
    if (workers > 0) this.#lastWorker = performance.now();
    else if (performance.now() - this.#lastWorker > loneliness) {
      this.#lastWorker = Infinity;
      this.#options.onNotice('No worker with this configuration, these known keys and this version takes jobs. Start some: submit-guard fleet worker --redis ...');
    }
  }

  load(): Promise<{ readonly waiting: number; readonly active: number }> {
    return this.#queues.load();
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    // What waits for a server that is away would wait for ever.
    await Promise.race([Promise.allSettled([this.#queues.close(), this.#flows.close()]), wait(1000, undefined, { ref: false })]);
    this.#queues.disconnect();
    this.#options.redis.disconnect();
  }
}
