import { Worker } from 'node:worker_threads';
import { quotePath } from '../../paths/quote-path.ts';
import { codeOf } from '../../sources/failure-reason.ts';
import { packFiles } from '../../sources/file-list.ts';
import type { FileReference } from '../../sources/source.ts';
import type { SearchKind } from '../blob-search.ts';
import { faultOf } from '../faults.ts';
import { Tally } from '../outcome.ts';
import type { Task, TaskEvents } from '../tasks.ts';
import { Claims } from './claims.ts';
import type { Order, Reply, Request, WorkerSetup } from './messages.ts';

/**
 * Megabytes of memory for young objects, and for all others. The engine lets a heap grow as far as it may before it tidies up: with
 * its usual limits, scans of logs take twice the memory. A file of which the text is read at once needs a tenth of it.
 */
const resourceLimits = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 512 };

/**
 * Tasks that a worker holds: the one it works on and so many that it does not wait for the main thread, which scans, too. What it has not begun
 * when there is nothing else left to do, others take back.
 */
const mostTasks = 16;

export interface PoolEvents extends TaskEvents {
  /** Told for each worker that has started. */
  readonly onReady: (searchKind: SearchKind) => void;
  /** Told for each worker that has ended before it was told to. */
  readonly onLoss: (cause: string) => void;
}

interface Hand {
  readonly worker: Worker;
  readonly claims: Claims;
  /** In the order in which they were posted. */
  readonly tasks: GivenTask[];
  /** Tasks that it has been given so far. */
  given: number;
  isReady: boolean;
}

interface GivenTask {
  readonly task: Task;
  readonly number: number;
}

/**
 * Worker threads that scan. What is under way is bounded: {@link offer} hands out what a worker has room for. A worker that dies takes
 * no other with it; the files that it was at count as unread, by name.
 */
export class WorkerPool {
  readonly #hands = new Set<Hand>();
  /** Tasks of workers that have died, which they had not begun. */
  readonly #orphans: Task[] = [];
  /** Absent until {@link begin}. */
  #events: PoolEvents | undefined;
  #wake: () => void = () => undefined;
  #changed: Promise<void> = this.#nextChange();

  /**
   * Starts workers, which load their code while it is found out what they are to do.
   *
   * @param entry - module that each worker runs.
   * @param size - number of workers.
   */
  constructor(entry: URL, size: number) {
    for (let number = 0; number < size; number++) this.#start(entry);
  }

  /** Tells the workers what they are to do. */
  begin(setup: Omit<WorkerSetup, 'claims'>, events: PoolEvents): void {
    this.#events = events;
    for (const { worker, claims } of this.#hands) worker.postMessage({ ...setup, claims: claims.shared } satisfies WorkerSetup);
  }

  /** Number of workers. */
  get size(): number {
    return this.#hands.size;
  }

  /** Hands out a task if a worker has started and has room for it. @returns whether one has. */
  offer(task: Task): boolean {
    const hand = this.#freeHand();
    if (hand === undefined) return false;
    post(hand, task);
    return true;
  }

  /** A task of a worker that has died, which it had not begun. */
  takeOver(): Task | undefined {
    return this.#orphans.pop();
  }

  /** A task that was handed out and that no worker has begun, to be carried out by the caller: the last one of the worker that has the most of them. */
  takeBack(): Task | undefined {
    const [fullest] = [...this.#hands].sort((a, b) => b.tasks.length - a.tasks.length);
    const last = fullest?.tasks.at(-1);
    if (last === undefined || fullest?.claims.claim(last.number) !== true) return undefined;
    fullest.tasks.pop();
    return last.task;
  }

  /** Waits until a task or a worker has ended. @returns whether there is a worker left. */
  async change(): Promise<boolean> {
    if (this.#hands.size > 0) await this.#changed;
    return this.#hands.size > 0;
  }

  /** Whether everything that was handed out has come to an end. */
  get isDone(): boolean {
    return this.#orphans.length === 0 && [...this.#hands].every(({ tasks }) => tasks.length === 0);
  }

  /** Ends the workers, whatever they do. */
  async close(): Promise<void> {
    const workers = [...this.#hands].map(({ worker }) => worker);
    this.#hands.clear();
    await Promise.all(workers.map((worker) => worker.terminate()));
  }

  #start(entry: URL): void {
    const hand: Hand = { worker: new Worker(entry, { resourceLimits }), claims: new Claims(), tasks: [], given: 0, isReady: false };
    this.#hands.add(hand);
    hand.worker.on('message', (reply: Reply) => this.#take(hand, reply));
    for (const event of ['error', 'messageerror'] as const) hand.worker.on(event, (error: unknown) => this.#bury(hand, error));
    hand.worker.on('exit', () => this.#bury(hand, undefined));
  }

  /** The worker with the least to do, if it has room. */
  #freeHand(): Hand | undefined {
    let least: Hand | undefined;
    for (const hand of this.#hands) if (hand.isReady && hand.tasks.length < (least?.tasks.length ?? mostTasks)) least = hand;
    return least;
  }

  #take(hand: Hand, reply: Reply): void {
    if (!this.#hands.has(hand)) return;
    if (reply.kind === 'ready') {
      hand.isReady = true;
      this.#events?.onReady(reply.searchKind);
    } else {
      const task = hand.tasks.shift()?.task;
      if (reply.kind === 'batch') this.#events?.onBatch(reply.result);
      else if (reply.kind === 'container') this.#events?.onContainer(reply.outcome);
      else if (task?.kind === 'windows') this.#events?.onWindows(task, reply.result);
    }
    this.#wake();
  }

  /** Takes a worker that has ended out of the pool; an error comes before the exit that it causes. */
  #bury(hand: Hand, error: unknown): void {
    if (!this.#hands.delete(hand)) return;
    const cause = codeOf(error) || (error instanceof Error ? error.name : '');
    this.#events?.onLoss(cause);
    const begun: Task[] = [];
    for (const { task, number } of hand.tasks) (hand.claims.claim(number) ? this.#orphans : begun).push(task);
    this.#giveUp(begun, cause, error);
    void hand.worker.terminate();
    this.#wake();
  }

  /** Counts files as unread because their worker has ended while it was at them: nobody knows whether one of them was the reason. */
  #giveUp(tasks: readonly Task[], cause: string, error: unknown): void {
    const reason = `the worker thread that should have scanned it ended${cause === '' ? '' : ` (${cause})`}; try again with --jobs 1`;
    let fault = error;
    for (const task of tasks) {
      const tally = new Tally();
      for (const { path } of filesOf(task)) tally.unread.push({ path: quotePath(path), reason });
      const [first] = tally.unread;
      if (fault !== undefined && first !== undefined) tally.faults.push(faultOf(first.path, fault));
      // One error, whatever the number of tasks.
      fault = undefined;
      if (task.kind === 'batch') this.#events?.onBatch({ outcome: tally, long: [], containers: [], pictures: [] });
      else if (task.kind === 'container') this.#events?.onContainer(tally);
      else this.#events?.onWindows(task, { windows: [], opaque: undefined, bytes: 0, failure: tally });
    }
  }

  /** A promise that is kept when a task or a worker has ended, or a worker has become ready. */
  #nextChange(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = () => {
        this.#changed = this.#nextChange();
        resolve();
      };
    });
  }
}

function filesOf(task: Task): readonly FileReference[] {
  return task.kind === 'batch' ? task.files : [task.file.file];
}

function post(hand: Hand, task: Task): void {
  const { worker, claims, tasks } = hand;
  const number = hand.given++;
  claims.open(number);
  tasks.push({ task, number });
  const order: Order = task.kind === 'batch' ? { kind: 'batch', files: packFiles(task.files) } : task;
  worker.postMessage({ ...order, number } satisfies Request);
}
