import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createDetector } from '@submit-guard/core';
import { expect, it } from 'vitest';
import { defaultConfig } from '../../../src/configs/config.ts';
import { compileSearch } from '../../../src/pipeline/blob-search.ts';
import type { LongFile } from '../../../src/pipeline/scan-file.ts';
import { Tally } from '../../../src/pipeline/outcome.ts';
import { WorkerPool } from '../../../src/pipeline/workers/worker-pool.ts';
import type { WorkerSetup } from '../../../src/pipeline/workers/messages.ts';
import type { FileReference } from '../../../src/sources/source.ts';
import { temporaryFolder } from '../../temporary-folder.ts';

const setup: WorkerSetup = {
  search: compileSearch(createDetector().prefilter),
  policy: { config: defaultConfig, configFolder: '/', root: '/' },
  known: { variables: [], keysFile: undefined },
  surface: undefined,
  today: '2026-01-01',
  files: { cwd: '/', maxFileSize: Infinity },
};

const files = (...paths: string[]): readonly FileReference[] => paths.map((path) => ({ path, named: false, tracked: false }));

/** Runs batches through workers whose module has this body; it sees `port` and `answer(request)`. */
async function run(body: string, batches: readonly (readonly FileReference[])[], size = 2): Promise<{ readonly tally: Tally; readonly most: number; readonly long: readonly LongFile[] }> {
  const entry = join(temporaryFolder({}), 'worker.mjs');
  writeFileSync(entry, `
    import { parentPort as port } from 'node:worker_threads';
    const outcome = (count) => ({ findings: [], suppressed: 0, notes: [], files: count, bytes: 0, skipped: [], unread: [], unparsed: [], faults: [] });
    const answer = ({ files }, long = []) => port.postMessage({ kind: 'batch', result: { outcome: outcome(files.paths.split('\\0').length), long } });
    ${body}`);
  const tally = new Tally();
  const long: LongFile[] = [];
  let submitted = 0;
  let ended = 0;
  let most = 0;
  const pool = new WorkerPool(pathToFileURL(entry), size, setup, {
    onReady: () => undefined,
    onBatch: ({ outcome, long: met }) => {
      ended++;
      tally.add(outcome);
      long.push(...met);
    },
    onWindows: () => undefined,
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
  return { tally, most, long };
}

const many = Array.from({ length: 50 }, (_, number) => files(`${number}`));

it('hands out every batch, and never more at a time than workers can hold', async () => {
  const { tally, most } = await run('port.on("message", (request) => setTimeout(answer, 1, request));', many);
  expect(tally).toMatchObject({ files: 50, unread: [] });
  expect(most).toBeLessThanOrEqual(7);
});

it('tells of long files that a batch has met', async () => {
  const body = 'port.on("message", (request) => answer(request, [{ file: { path: request.files.paths, named: false, tracked: false }, size: 7 }]));';
  expect((await run(body, [files('a'), files('b')])).long.map(({ file, size }) => [file.path, size]).sort()).toEqual([['a', 7], ['b', 7]]);
});

it('hands over names of any kind', async () => {
  const body = `
    const { Buffer } = await import('node:buffer');
    port.on('message', ({ files }) => port.postMessage({ kind: 'batch', result: { outcome: outcome(files.others.length), long: files.others.map((file) => ({ file, size: file.path.length })) } }));`;
  const path = Uint8Array.of(0x61, 0xff, 0x62);
  expect((await run(body, [[{ path, named: true, tracked: false }]])).long).toEqual([{ file: { path, named: true, tracked: false }, size: 3 }]);
});

it('names the files of a worker that dies, and scans the rest with the others', async () => {
  const { tally } = await run('port.on("message", (request) => request.files.paths === "7" ? process.exit(3) : answer(request));', many);
  expect(tally.unread.map(({ path }) => path)).toContain('7');
  expect(tally.files + tally.unread.length).toBe(50);
  expect(tally.unread.length).toBeLessThanOrEqual(3);
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
