import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { createDetector } from '@submit-guard/core';
import { expect, it } from 'vitest';
import { defaultConfig } from '../../../src/configs/config.ts';
import { compileSearch } from '../../../src/pipeline/blob-search.ts';
import type { LongFile } from '../../../src/pipeline/scan-file.ts';
import { Tally } from '../../../src/pipeline/outcome.ts';
import type { Task } from '../../../src/pipeline/tasks.ts';
import { WorkerPool } from '../../../src/pipeline/workers/worker-pool.ts';
import type { WorkerSetup } from '../../../src/pipeline/workers/messages.ts';
import type { FileReference } from '../../../src/sources/source.ts';
import { temporaryFolder } from '../../temporary-folder.ts';

const setup: Omit<WorkerSetup, 'claims'> = {
  shelf: undefined,
  search: compileSearch(createDetector().prefilter),
  policy: { config: defaultConfig, configFolder: '/', root: '/' },
  known: { variables: [], keysFile: undefined },
  surface: undefined,
  today: '2026-01-01',
  files: { cwd: '/', maxFileSize: Infinity },
};

const files = (...paths: string[]): readonly FileReference[] => paths.map((path) => ({ path, named: false, tracked: false }));

interface Run {
  readonly tally: Tally;
  /** Most batches that were under way at a time. */
  readonly most: number;
  readonly long: readonly LongFile[];
  /** Batches that no worker was there for, or that its worker had not begun when it died. */
  readonly left: number;
}

/** Runs batches through workers whose module has this body; it sees `port` and `answer(request)`. */
async function run(body: string, batches: readonly (readonly FileReference[])[], size = 2): Promise<Run> {
  const entry = join(temporaryFolder({}), 'worker.mjs');
  writeFileSync(entry, `
    import { parentPort as port } from 'node:worker_threads';
    const outcome = (count) => ({ findings: [], suppressed: 0, notes: [], files: count, bytes: 0, skipped: [], unread: [], unparsed: [], faults: [], pictures: [], longTexts: [] });
    const answer = ({ files }, long = []) => port.postMessage({ kind: 'batch', result: { outcome: outcome(files.paths.split('\\0').length), long } });
    const { claims } = await new Promise((begin) => port.once('message', begin));
    const claim = ({ number }) => Atomics.store(new Uint8Array(claims), number, 1);
    port.postMessage({ kind: 'ready', searchKind: 'wasm' });
    ${body}`);
  let workers = size;
  const tally = new Tally();
  const long: LongFile[] = [];
  let submitted = 0;
  let ended = 0;
  let orphans = 0;
  let most = 0;
  const pool = new WorkerPool(pathToFileURL(entry), size);
  pool.begin(setup, {
    onReady: () => undefined,
    onLoss: () => workers--,
    onBatch: ({ outcome, long: met }) => {
      ended++;
      tally.add(outcome);
      long.push(...met);
    },
    onWindows: () => undefined, onContainer: () => undefined,
  });
  try {
    for (const batch of batches) {
      while (workers > 0 && !pool.offer({ kind: 'batch', files: batch })) await setTimeout(1);
      if (workers === 0) break;
      most = Math.max(most, ++submitted - ended);
    }
    while (!pool.isDone) {
      const orphan = pool.takeOver();
      if (orphan === undefined) await pool.change();
      else orphans++;
    }
  } finally {
    await pool.close();
  }
  return { tally, most, long, left: batches.length - submitted + orphans };
}

const many = Array.from({ length: 50 }, (_, number) => files(`${number}`));

it('hands out every batch, and never more at a time than workers can hold', async () => {
  const { tally, most } = await run('port.on("message", (request) => setTimeout(answer, 1, request));', many);
  expect(tally).toMatchObject({ files: 50, unread: [] });
  expect(most).toBeLessThanOrEqual(32);
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
  const { tally, left } = await run(`port.on("message", (request) => {
    claim(request);
    if (request.files.paths === "7") process.exit(3);
    answer(request);
  });`, many);
  expect(tally.unread.map(({ path }) => path)).toEqual(['7']);
  expect(tally.files + left).toBe(49);
  expect(tally.unread[0]?.reason).toContain('try again with --jobs 1');
});

it('names what workers had when all of them die, and leaves the rest', async () => {
  const { tally, left } = await run('port.on("message", (request) => { claim(request); throw new TypeError("what stood in the file"); });', many);
  expect(tally).toMatchObject({ files: 0, faults: [{ name: 'TypeError' }, { name: 'TypeError' }] });
  expect(tally.unread).toHaveLength(2);
  expect(tally.unread.length + left).toBe(50);
  expect(JSON.stringify(tally)).not.toContain('what stood');
});

it('leaves everything when workers cannot even start', async () => {
  const { tally, left } = await run('throw new Error("no start");', many);
  expect(tally.unread.length + left).toBe(50);
});

it('takes back what no worker has begun, and nothing else', async () => {
  const entry = join(temporaryFolder({}), 'worker.mjs');
  writeFileSync(entry, `
    import { parentPort as port } from 'node:worker_threads';
    const { claims } = await new Promise((begin) => port.once('message', begin));
    port.postMessage({ kind: 'ready', searchKind: 'wasm' });
    port.on('message', ({ number }) => {
      if (number > 0) return;
      Atomics.store(new Uint8Array(claims), number, 1);
      port.postMessage({ kind: 'windows', result: {} });
    });`);
  const pool = new WorkerPool(pathToFileURL(entry), 1);
  let begun = 0;
  const ignore = (): void => undefined;
  pool.begin(setup, { onReady: ignore, onLoss: ignore, onBatch: ignore, onContainer: ignore, onWindows: () => begun++ });
  try {
    const task = (first: number): Task => ({ kind: 'windows', file: { file: { path: 'a', named: false, tracked: false }, size: 7 }, first, count: 1 });
    for (let first = 0; first < 5;) if (pool.offer(task(first))) first++; else await setTimeout(1);
    while (begun === 0) await pool.change();
    expect(Array.from({ length: 5 }, () => pool.takeBack())).toEqual([task(4), task(3), task(2), task(1), undefined]);
    expect(pool.isDone).toBe(true);
  } finally {
    await pool.close();
  }
});
