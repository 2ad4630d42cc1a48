import type { Redis } from 'ioredis';
import { Queue, QueueEvents } from './bullmq.ts';
import { prefix } from './queue-names.ts';
import { reconnecting } from './redis-connection.ts';

interface OpenQueue {
  readonly queue: Queue;
  readonly events: QueueEvents;
  /** Events are waited for on a connection of their own. */
  readonly connection: Redis;
}

/** Queues that a coordinator puts jobs into, each opened when it is first needed. */
export class QueueSet {
  readonly #redis: Redis;
  readonly #url: string;
  readonly #onEnd: (jobId: string) => void;
  readonly #queues = new Map<string, OpenQueue>();

  /** @param onEnd - told when a job has ended, well or not; events may be lost with the server. */
  constructor(redis: Redis, url: string, onEnd: (jobId: string) => void) {
    this.#redis = redis;
    this.#url = url;
    this.#onEnd = onEnd;
  }

  open(name: string): Queue {
    const known = this.#queues.get(name);
    if (known !== undefined) return known.queue;
    const queue = new Queue(name, { connection: this.#redis, prefix });
    const connection = reconnecting(this.#url);
    const events = new QueueEvents(name, { connection, prefix });
    const tell = ({ jobId }: { readonly jobId: string }): void => this.#onEnd(jobId);
    events.on('completed', tell).on('failed', tell);
    events.on('error', () => undefined);
    queue.on('error', () => undefined);
    this.#queues.set(name, { queue, events, connection });
    return queue;
  }

  /** Jobs in all of them. */
  async load(): Promise<{ readonly waiting: number; readonly active: number }> {
    const counts = await Promise.all([...this.#queues.values()].map(({ queue }) => queue.getJobCounts('wait', 'delayed', 'prioritized', 'active')));
    return {
      waiting: counts.reduce((sum, { wait = 0, delayed = 0, prioritized = 0 }) => sum + wait + delayed + prioritized, 0),
      active: counts.reduce((sum, { active = 0 }) => sum + active, 0),
    };
  }

  async close(): Promise<void> {
    await Promise.allSettled([...this.#queues.values()].flatMap(({ queue, events }) => [queue.close(), events.close()]));
  }

  disconnect(): void {
    for (const { connection } of this.#queues.values()) connection.disconnect();
  }
}
