import { expect, it } from 'vitest';
import { Tally } from '../../src/pipeline/outcome.ts';
import type { BatchResult, FileScanner } from '../../src/pipeline/scan-file.ts';
import { scanSource } from '../../src/pipeline/scan-source.ts';
import type { Task } from '../../src/pipeline/tasks.ts';
import { WorkerPool } from '../../src/pipeline/workers/worker-pool.ts';
import type { FileReference, Source } from '../../src/sources/source.ts';

const files: readonly FileReference[] = Array.from({ length: 64 }, (_, number) => ({ path: `${number}.js`, named: false, tracked: false }));

/** Takes all that it is offered, and never says what became of it. */
class GreedyPool extends WorkerPool {
  readonly offered: Task[] = [];

  constructor() {
    super(new URL('data:text/javascript,'), 0);
  }

  override offer(task: Task): boolean {
    this.offered.push(task);
    return true;
  }
}

function resultOf(count: number): BatchResult {
  const outcome = new Tally();
  outcome.files = count;
  return { outcome, long: [], containers: [], pictures: [] };
}

it('shares a short list of files with workers where each takes long', async () => {
  const pool = new GreedyPool();
  const source = { async *files() { yield await Promise.resolve(files); }, notes: {} } as unknown as Source;
  const scanFiles = (batch: Iterable<FileReference>): BatchResult => {
    const scanned = [...batch];
    for (const end = performance.now() + 5 * scanned.length; performance.now() < end;);
    return resultOf(scanned.length);
  };
  const tally = await scanSource(source, { scanFiles } as unknown as FileScanner, { excludes: () => false, onProgress: () => undefined, startPool: () => Promise.resolve(pool) });
  const shared = pool.offered.flatMap((task) => (task.kind === 'batch' ? task.files : []));
  expect(tally.files).toBe(16);
  expect(shared).toEqual(files.slice(16));
});
