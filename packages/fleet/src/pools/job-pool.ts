import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { CleanIds } from 'submit-guard/fleet';
import { JobError } from '../errors/job-error.ts';
import { receivedTable, receivedTables } from './messages.ts';
import type { FromProcess, ProcessSetup, Task, ToProcess } from './messages.ts';

interface Running {
  readonly settle: (result: unknown) => void;
  readonly fail: (error: JobError) => void;
}

interface Lane {
  readonly child: ChildProcess;
  running: Running | undefined;
}

/**
 * Processes that carry out jobs, one at a time each. What brings a process down fails its own job and no other: a new process takes its place.
 */
export class JobPool {
  readonly #setup: ProcessSetup;
  readonly #cache: CleanIds;
  readonly #size: number;
  readonly #lanes = new Set<Lane>();
  readonly #waiting: { readonly task: Task; readonly running: Running }[] = [];
  #isClosed = false;

  /** @param size - jobs at the same time. */
  constructor(size: number, setup: ProcessSetup, cache: CleanIds) {
    this.#size = size;
    this.#setup = setup;
    this.#cache = cache;
  }

  /** @throws {JobError} where the job could not be carried out. */
  run(task: Task): Promise<unknown> {
    return new Promise((settle, fail) => {
      this.#waiting.push({ task, running: { settle, fail } });
      this.#dispatch();
    });
  }

  #dispatch(): void {
    while (this.#waiting.length > 0 && !this.#isClosed) {
      const lane = [...this.#lanes].find(({ running }) => running === undefined) ?? (this.#lanes.size < this.#size ? this.#start() : undefined);
      const next = lane && this.#waiting.shift();
      if (lane === undefined || next === undefined) return;
      lane.running = next.running;
      tell(lane, { kind: 'task', task: next.task });
    }
  }

  #start(): Lane {
    // Standard output belongs to the report.
    const child = fork(fileURLToPath(new URL('./job-process.js', import.meta.url)), [], { serialization: 'advanced', stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    const lane: Lane = { child, running: undefined };
    this.#lanes.add(lane);
    child.on('message', (message: FromProcess) => this.#hear(lane, message));
    child.on('error', () => undefined);
    child.on('exit', (status, signal) => this.#lose(lane, signal ?? `status ${status}`));
    tell(lane, { kind: 'setup', setup: this.#setup });
    return lane;
  }

  #hear(lane: Lane, message: FromProcess): void {
    if (message.kind === 'question') {
      // Where nobody can say what is clean, everything is read.
      this.#cache.among(receivedTable(message.ids)).catch(() => new Map())
        .then((known) => tell(lane, { kind: 'known', question: message.question, known }), () => undefined);
    } else if (message.kind === 'known') this.#cache.add(receivedTables(message.known)).catch(() => undefined);
    else {
      const { running } = lane;
      lane.running = undefined;
      if (message.kind === 'result') running?.settle(message.result);
      else running?.fail(new JobError(message.reason, message.isFinal));
      this.#dispatch();
    }
  }

  #lose(lane: Lane, why: string): void {
    this.#lanes.delete(lane);
    lane.running?.fail(new JobError(`the process that scanned it ended (${why})`));
    lane.running = undefined;
    this.#dispatch();
  }

  /** Ends all processes, and waits for their end. What they were at fails. */
  async close(): Promise<void> {
    this.#isClosed = true;
    for (const { running } of this.#waiting.splice(0)) running.fail(new JobError('the scan was ended'));
    await Promise.all([...this.#lanes].map(({ child }) => new Promise((resolve) => {
      child.once('exit', resolve).kill('SIGKILL');
    })));
  }
}

function tell({ child }: Lane, message: ToProcess): void {
  // What cannot be sent to a process that has ended, its end tells.
  if (child.connected) child.send(message, () => undefined);
}
