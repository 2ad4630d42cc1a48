import type { LongFile } from './scan-file.ts';
import type { ContainerTask } from './tasks.ts';
import type { WorkerPool } from './workers/worker-pool.ts';

/**
 * Archives and compressed files that are still to be scanned. Nobody knows how long one takes: while files are listed, each worker is given one at a time, so
 * that none is left for the end; then the longest come first.
 */
export class ContainerQueue {
  #waiting: ContainerTask[] = [];
  #underWay = 0;
  #isLast = false;

  /** Bytes of those that nobody has begun; 0 where there is only one, which can have but one thread. */
  get bytes(): number {
    return this.#waiting.length > 1 ? this.#waiting.reduce((sum, { file }) => sum + file.size, 0) : 0;
  }

  add(files: readonly LongFile[]): void {
    if (files.length === 0) return;
    for (const file of files) this.#waiting.push({ kind: 'container', file });
    if (this.#isLast) this.#sort();
  }

  /** Says that all files have been listed. */
  nothingElseComes(): void {
    this.#isLast = true;
    this.#sort();
  }

  /** Gives workers what they have room for. */
  offerTo(pool: WorkerPool | undefined): void {
    if (pool === undefined) return;
    for (let [next] = this.#waiting; next !== undefined && (this.#isLast || this.#underWay < pool.size) && pool.offer(next); [next] = this.#waiting) {
      this.#waiting.shift();
      this.#underWay++;
    }
  }

  /** Takes one out, to be scanned by this thread. */
  next(): ContainerTask | undefined {
    const next = this.#waiting.shift();
    if (next !== undefined) this.#underWay++;
    return next;
  }

  /** Says that one of those that were given out has come to an end. */
  hasEnded(): void {
    this.#underWay--;
  }

  #sort(): void {
    this.#waiting.sort((a, b) => b.file.size - a.file.size);
  }
}
