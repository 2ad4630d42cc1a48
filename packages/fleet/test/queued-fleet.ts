import { setTimeout as wait } from 'node:timers/promises';
import { join } from 'node:path';
import type { Report } from '@submit-guard/core';
import { Redis } from 'ioredis';
import { expect } from 'vitest';
import type { Answer, Running } from './command.ts';
import { findingsOf, parseReport, runFleet, startFleet } from './command.ts';
import { makeFleet, newKey, temporaryFolder } from './repositories.ts';

/** How a process is started. */
export interface StartOptions {
  readonly environment?: Readonly<Record<string, string>>;
  /** Words in front of the command: a program that starts it. */
  readonly through?: readonly string[];
}

/** Repositories with keys in them, and the commands that scan them through a queue: the large one in many jobs. */
export class QueuedFleet {
  readonly place = temporaryFolder();
  readonly keys: readonly string[];
  /** A key that every process knows: it must not get anywhere. */
  readonly known = newKey();
  readonly #environment = { ATOMYX_SUBMIT_API_KEY: this.known };
  #local: Report | undefined;
  #stores = 0;

  constructor() {
    this.keys = makeFleet(join(this.place, 'repositories'), 4, 24).keys;
  }

  /** Scans without a queue: what all other scans have to come to. */
  async scanLocally(): Promise<void> {
    this.#local = parseReport(await runFleet(['scan', 'repositories', '--store', 'local.sqlite', '--format', 'json'], this.place, this.#environment));
    expect(this.#local.findings).toHaveLength(this.keys.length);
  }

  async startWorkers(url: string, count: number, options: StartOptions = {}): Promise<readonly Running[]> {
    const workers = Array.from({ length: count }, () => this.#start(['worker', '--redis', url, '--jobs', '1', '--stalled-after', '2', '--mirrors', 'mirrors'], options));
    await Promise.all(workers.map((worker) => worker.says('takes jobs')));
    return workers;
  }

  startScan(url: string, options: StartOptions = {}): Running & { readonly store: string } {
    const store = `queued-${this.#stores++}.sqlite`;
    const words = ['scan', 'repositories', '--engine', 'bullmq', '--redis', url, '--store', store, '--job-size', '20kB', '--format', 'json'];
    return { ...this.#start(words, options), store };
  }

  resume(url: string, store: string): Promise<Answer> {
    return this.#start(['scan', '--resume', '--engine', 'bullmq', '--redis', url, '--store', store, '--job-size', '20kB', '--format', 'json'], {}).ended;
  }

  #start(words: readonly string[], { environment = {}, through }: StartOptions): Running {
    return startFleet(words, this.place, { ...this.#environment, ...environment }, through);
  }

  /** The same findings and the same coverage as without a queue. */
  expectSame(answer: Answer): void {
    const report = parseReport(answer);
    const local = this.#local;
    expect(findingsOf(report)).toEqual(local && findingsOf(local));
    expect(report.coverage.unread).toEqual([]);
    expect(report.coverage.blobs + (report.coverage.knownClean ?? 0)).toBe((local?.coverage.blobs ?? 0) + (local?.coverage.knownClean ?? 0));
  }
}

/** Resolves as soon as some jobs are done, and others are not. */
export async function midway(url: string): Promise<void> {
  const redis = new Redis(url);
  try {
    for (;;) {
      const done = await redis.keys('submit-guard:*:completed');
      const counts = await Promise.all(done.map((key) => redis.zcard(key)));
      if (counts.some((count) => count >= 2)) return;
      await wait(10);
    }
  } finally {
    redis.disconnect();
  }
}
