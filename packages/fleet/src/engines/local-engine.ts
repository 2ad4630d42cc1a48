import { setTimeout as wait } from 'node:timers/promises';
import type { RepositoryOutcome } from 'submit-guard/fleet';
import type { Ending, PartJob, PartOutcome, RepositoriesJob, Scanned } from '../jobs/job.ts';
import { referenceTo } from '../jobs/job.ts';
import { JobError } from '../errors/job-error.ts';
import type { JobPool } from '../pools/job-pool.ts';
import type { Task } from '../pools/messages.ts';
import type { Engine, LargeRepository } from './engine.ts';

/** Attempts at a job before it is given up. */
const mostAttempts = 3;

/** Milliseconds before the second attempt; twice as many before the third. */
const firstPause = 500;

/** Jobs in processes of this machine; nothing else is needed. */
export class LocalEngine implements Engine {
  readonly name = 'local';
  readonly width: number;
  readonly #pool: JobPool;
  #waiting = 0;

  /** @param size - jobs of the pool at the same time. */
  constructor(pool: JobPool, size: number) {
    this.#pool = pool;
    this.width = 2 * size;
  }

  scanRepositories(job: RepositoriesJob): Promise<Ending<readonly Scanned[]>> {
    return this.#attempt(job);
  }

  async scanParts({ target, plan: whole, parts }: LargeRepository): Promise<Ending<RepositoryOutcome>> {
    const plan = referenceTo(whole);
    const outcomes = await Promise.all(parts.map(async (range): Promise<PartOutcome> => {
      const job: PartJob = { kind: 'part', target, plan, parts: range };
      const ending = await this.#attempt<Extract<PartOutcome, { result: unknown }>['result']>(job);
      return ending.reason === undefined ? { parts: range, result: ending.result } : { parts: range, reason: ending.reason };
    }));
    return this.#attempt({ kind: 'conclude', target, plan, parts, outcomes });
  }

  async #attempt<T>(task: Task): Promise<Ending<T>> {
    this.#waiting++;
    try {
      for (let attempt = 1; ; attempt++) {
        try {
          return { result: await this.#pool.run(task) as T };
        } catch (error) {
          if (!(error instanceof JobError)) throw error;
          if (error.isFinal) return { reason: error.message };
          if (attempt === mostAttempts) return { reason: `${error.message}, in ${attempt} attempts` };
          await wait(firstPause * 2 ** (attempt - 1));
        }
      }
    } finally {
      this.#waiting--;
    }
  }

  async load(): Promise<{ readonly waiting: number; readonly active: number }> {
    return { waiting: this.#waiting, active: Math.min(this.#waiting, this.width / 2) };
  }

  async close(): Promise<void> {
    await this.#pool.close();
  }
}
