import { Worker } from 'node:worker_threads';
import { quotePath } from '../../paths/quote-path.ts';
import { codeOf } from '../../sources/failure-reason.ts';
import type { FileReference } from '../../sources/source.ts';
import type { SearchKind } from '../blob-search.ts';
import { faultOf } from '../faults.ts';
import type { Outcome } from '../outcome.ts';
import { Tally } from '../outcome.ts';
import type { Reply, Task, WorkerSetup } from './messages.ts';

/** Tasks that a worker holds: the one it works on and the next, so that it never waits for the main thread. */
const tasksOfWorker = 2;

export interface PoolEvents {
  /** Told for each worker that has started. */
  readonly onReady: (searchKind: SearchKind) => void;
  /**
   * Told what a task came to, in whatever order tasks end.
   *
   * @param passed - bytes of it that `onPassed` has been told of.
   */
  readonly onOutcome: (outcome: Outcome, passed: number) => void;
  /** Told how many bytes of a long file have been looked at since the last time. */
  readonly onPassed: (bytes: number) => void;
}

interface Hand {
  readonly worker: Worker;
  /** In the order in which they were posted. */
  readonly tasks: Task[];
  /** Bytes of the first task that have been told of. */
  passed: number;
}

/**
 * Worker threads that scan. What is under way is bounded: {@link submit} waits for a free place. A worker that dies takes no other
 * with it; the files that it had count as unread, by name.
 */
export class WorkerPool {
  readonly #hands = new Set<Hand>();
  readonly #events: PoolEvents;
  /** Long files that batches have met; references only. */
  readonly #long: FileReference[] = [];
  #wake: () => void = () => undefined;
  #changed: Promise<void> = this.#nextChange();

  /**
   * @param entry - module that each worker runs.
   * @param size - number of workers.
   */
  constructor(entry: URL, size: number, setup: WorkerSetup, events: PoolEvents) {
    this.#events = events;
    for (let number = 0; number < size; number++) this.#start(entry, setup);
  }

  /** Hands out a task as soon as a worker has room for it. */
  async submit(task: Task): Promise<void> {
    for (;;) {
      this.#handOutLong();
      const hand = this.#freeHand();
      if (hand !== undefined) {
        post(hand, task);
        return;
      }
      if (this.#hands.size === 0) {
        this.#giveUp(task.files, undefined);
        return;
      }
      await this.#changed;
    }
  }

  /** Waits until everything has been scanned. */
  async drain(): Promise<void> {
    for (;;) {
      this.#handOutLong();
      if (this.#hands.size === 0) this.#giveUp(this.#long.splice(0), undefined);
      if (this.#long.length === 0 && [...this.#hands].every(({ tasks }) => tasks.length === 0)) return;
      await this.#changed;
    }
  }

  /** Ends the workers, whatever they do. */
  async close(): Promise<void> {
    const workers = [...this.#hands].map(({ worker }) => worker);
    this.#hands.clear();
    await Promise.all(workers.map((worker) => worker.terminate()));
  }

  #start(entry: URL, setup: WorkerSetup): void {
    const hand: Hand = { worker: new Worker(entry, { workerData: setup }), tasks: [], passed: 0 };
    this.#hands.add(hand);
    hand.worker.on('message', (reply: Reply) => this.#take(hand, reply));
    for (const event of ['error', 'messageerror'] as const) hand.worker.on(event, (error: unknown) => this.#bury(hand, error));
    hand.worker.on('exit', () => this.#bury(hand, undefined));
  }

  #freeHand(): Hand | undefined {
    const [least] = [...this.#hands].sort((a, b) => a.tasks.length - b.tasks.length);
    return least !== undefined && least.tasks.length < tasksOfWorker ? least : undefined;
  }

  /** Long files take longest, so they come first. */
  #handOutLong(): void {
    for (let hand = this.#freeHand(); hand !== undefined; hand = this.#freeHand()) {
      const file = this.#long.shift();
      if (file === undefined) return;
      post(hand, { kind: 'long', files: [file] });
    }
  }

  #take(hand: Hand, reply: Reply): void {
    if (!this.#hands.has(hand)) return;
    if (reply.kind === 'ready') return this.#events.onReady(reply.searchKind);
    if (reply.kind === 'passed') {
      hand.passed += reply.bytes;
      return this.#events.onPassed(reply.bytes);
    }
    hand.tasks.shift();
    this.#long.push(...reply.long);
    this.#events.onOutcome(reply.outcome, hand.passed);
    hand.passed = 0;
    this.#wake();
  }

  /** Takes a worker that has ended out of the pool; an error comes before the exit that it causes. */
  #bury(hand: Hand, error: unknown): void {
    if (!this.#hands.delete(hand)) return;
    this.#giveUp(hand.tasks.flatMap(({ files }) => files), error, hand.passed);
    void hand.worker.terminate();
    this.#wake();
  }

  /** Counts files as unread because no worker is left that could scan them. */
  #giveUp(files: readonly FileReference[], error: unknown, passed = 0): void {
    const cause = codeOf(error) || (error instanceof Error ? error.name : '');
    const reason = `the worker thread that should have scanned it ended${cause === '' ? '' : ` (${cause})`}; try again with --jobs 1`;
    const tally = new Tally();
    for (const { path } of files) tally.unread.push({ path: quotePath(path), reason });
    const [first] = tally.unread;
    if (error !== undefined && first !== undefined) tally.faults.push(faultOf(first.path, error));
    this.#events.onOutcome(tally, passed);
  }

  /** A promise that is kept when a task or a worker has ended. */
  #nextChange(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = () => {
        this.#changed = this.#nextChange();
        resolve();
      };
    });
  }
}

/** A path of bytes may be a view of a large listing, all of which would be copied with it. */
function post({ worker, tasks }: Hand, task: Task): void {
  tasks.push(task);
  const files = task.files.map((file) => (typeof file.path === 'string' ? file : { ...file, path: Uint8Array.from(file.path) }));
  worker.postMessage({ ...task, files });
}
