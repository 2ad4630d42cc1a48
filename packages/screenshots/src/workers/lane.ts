import { Worker } from 'node:worker_threads';
import type { Reply, Request, WorkerSetup } from './messages.ts';

/** Megabytes of the heap of a worker; images and the engine have their memory outside of it. */
const resourceLimits = { maxOldGenerationSizeMb: 1024 };

/** One worker, which does one thing after the other. One that takes too long or dies is replaced by the next request. */
export class Lane {
  readonly #entry: URL;
  readonly #setup: WorkerSetup;
  #worker: Worker | undefined;

  /** @param entry - module that the worker runs. */
  constructor(entry: URL, setup: WorkerSetup) {
    this.#entry = entry;
    this.#setup = setup;
  }

  /** Never rejects: what goes wrong is an answer, too. */
  async ask(request: Request): Promise<Reply> {
    const { seconds } = this.#setup.limits;
    const worker = (this.#worker ??= new Worker(this.#entry, { workerData: this.#setup, resourceLimits }));
    let timer: NodeJS.Timeout | undefined;
    const reply = await new Promise<Reply>((resolve) => {
      const fail = (reason: string): void => resolve({ kind: 'failed', reason });
      timer = setTimeout(() => fail(`took longer than ${seconds} s`), seconds * 1000);
      worker.once('message', resolve);
      worker.once('error', (error: Error & { code?: string }) => fail(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'took too much memory' : 'the reader failed on it'));
      worker.once('exit', () => fail('the reader ended'));
      worker.postMessage(request);
    });
    clearTimeout(timer);
    for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event);
    if (reply.kind === 'failed') await this.close();
    return reply;
  }

  async close(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    worker?.on('error', () => undefined);
    await worker?.terminate();
  }
}
