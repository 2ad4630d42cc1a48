import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { defaultConfig } from '../../../src/configs/config.ts';
import { Tally } from '../../../src/pipeline/outcome.ts';
import { WorkerPool } from '../../../src/pipeline/workers/worker-pool.ts';
import type { WorkerSetup } from '../../../src/pipeline/workers/messages.ts';
import type { FileReference } from '../../../src/sources/source.ts';
import { temporaryFolder } from '../../temporary-folder.ts';

const setup: WorkerSetup = {
  policy: { config: defaultConfig, configFolder: '/', root: '/' },
  known: { variables: [], keysFile: undefined },
  surface: undefined,
  today: '2026-01-01',
  files: { cwd: '/', maxFileSize: Infinity },
};

const files = (...paths: string[]): readonly FileReference[] => paths.map((path) => ({ path, named: false, tracked: false }));

/** Runs batches through workers whose module has this body; it sees `port` and `answer(files)`. */
async function run(body: string, batches: readonly (readonly FileReference[])[], size = 2): Promise<{ readonly tally: Tally; readonly most: number }> {
  const entry = join(temporaryFolder({}), 'worker.mjs');
  writeFileSync(entry, `
    import { parentPort as port } from 'node:worker_threads';
    const outcome = (count) => ({ findings: [], suppressed: 0, notes: [], files: count, bytes: 0, skipped: [], unread: [], unparsed: [], faults: [] });
    const answer = (files, long = []) => port.postMessage({ kind: 'done', outcome: outcome(files.length), long });
    ${body}`);
  const tally = new Tally();
  let submitted = 0;
  let ended = 0;
  let most = 0;
  const pool = new WorkerPool(pathToFileURL(entry), size, setup, {
    onReady: () => undefined,
    onPassed: () => undefined,
    onOutcome: (outcome) => {
      ended++;
      tally.add(outcome);
    },
  });
  try {
    for (const batch of batches) {
      await pool.submit({ kind: 'batch', files: batch });
      most = Math.max(most, ++submitted - ended);
    }
    await pool.drain();
  } finally {
    await pool.close();
  }
  return { tally, most };
}

const many = Array.from({ length: 50 }, (_, number) => files(`${number}`));

it('hands out every batch, and never more at a time than workers can hold', async () => {
  const { tally, most } = await run('port.on("message", ({ files }) => setTimeout(answer, 1, files));', many);
  expect(tally).toMatchObject({ files: 50, unread: [] });
  expect(most).toBeLessThanOrEqual(5);
});

it('hands long files that a batch has met to workers, one at a time', async () => {
  const body = 'port.on("message", ({ kind, files }) => kind === "long" ? answer(files) : answer([], files));';
  expect((await run(body, [files('a', 'b'), files('c')])).tally).toMatchObject({ files: 3, unread: [] });
});

it('names the files of a worker that dies, and scans the rest with the others', async () => {
  const { tally } = await run('port.on("message", ({ files }) => files[0].path === "7" ? process.exit(3) : answer(files));', many);
  expect(tally.unread.map(({ path }) => path)).toContain('7');
  expect(tally.files + tally.unread.length).toBe(50);
  expect(tally.unread.length).toBeLessThanOrEqual(2);
  expect(tally.unread[0]?.reason).toContain('try again with --jobs 1');
});

it('names every file when all workers die, and comes to an end', async () => {
  const { tally } = await run('port.on("message", () => { throw new TypeError("what stood in the file"); });', many);
  expect(tally).toMatchObject({ files: 0, unread: { length: 50 }, faults: [{ name: 'TypeError' }, { name: 'TypeError' }] });
  expect(JSON.stringify(tally)).not.toContain('what stood');
});

it('names every file when workers cannot even start', async () => {
  expect((await run('throw new Error("no start");', many)).tally).toMatchObject({ files: 0, unread: { length: 50 } });
});
