import { randomBytes } from 'node:crypto';
import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '@submit-guard/core';
import { describe, expect, it } from 'vitest';
import { labelledFiles } from '../proofs/accuracy/labelled-files.ts';
import { folderWith, lineWith, makeKey, submitGuard } from './command-line.ts';

/** The labelled corpus several times over, some thousand files with and without keys, and two files that are read in windows. */
function manyFiles(): string {
  const files: Record<string, string | Uint8Array> = {};
  for (const copy of ['a', 'z']) for (const { source, bytes } of labelledFiles(1)) files[`${copy}/${source}`] = bytes;
  for (let number = 0; number < 1500; number++) {
    const folder = `d${number % 40}`;
    if (number % 50 === 0) files[`${folder}/${number}.env`] = `#${number}\n${lineWith(makeKey())}`;
    else if (number % 77 === 0) files[`${folder}/${number}.py`] = `requests.post("https://submit.atomyx.io/api/jobs", headers={"Authorization": "Bearer ${makeKey()}"})\n`;
    else if (number % 31 === 0) files[`${folder}/${number}.bin`] = Buffer.concat([Buffer.from([0]), randomBytes(300)]);
    else files[`${folder}/${number}.txt`] = 'Nothing to be seen here.\n'.repeat(number % 90);
  }
  for (const name of ['long-1.log', 'long-2.log']) files[name] = `${'a line of a log\n'.repeat(1_200_000)}${lineWith(makeKey())}`;
  return folderWith(files);
}

const ways = [
  { jobs: '1', environment: {} },
  { jobs: '2', environment: {} },
  { jobs: '4', environment: {} },
  { jobs: '1', environment: { SUBMIT_GUARD_NO_WASM: '1' } },
  { jobs: '4', environment: { SUBMIT_GUARD_NO_WASM: '1' } },
];

describe('a scan', () => {
  it('reports the same, byte for byte, whatever the number of threads and the engine', async () => {
    const cwd = manyFiles();
    const runs = [];
    for (const { jobs, environment } of ways) {
      runs.push(await submitGuard(['scan', '--no-ignore', '--format', 'json', '--jobs', jobs], { cwd, environment }));
    }
    const [first] = runs;
    const { findings, coverage } = JSON.parse(first?.stdout ?? '') as Pick<Report, 'findings' | 'coverage'>;
    expect(first?.status).toBe(1);
    expect(coverage.unread).toEqual([]);
    expect(findings.map(({ path }) => path.split('/')[0])).toEqual(expect.arrayContaining(['a', 'z', 'long-1.log', 'long-2.log']));
    for (const run of runs) expect(run).toEqual(first);
  }, 240_000);

  it('finds known keys in worker threads, too', async () => {
    const key = makeKey();
    const cwd = folderWith({ 'image.bin': '' });
    // Workers are ready long before one thread could have looked at so many bytes; none of them takes room on the disk.
    const file = openSync(join(cwd, 'image.bin'), 'w');
    writeSync(file, ` ${key} `, 2_000_000_000);
    closeSync(file);
    const { stdout, stderr } = await submitGuard(['scan', '--debug', '--format', 'json', '--jobs', '2'], { cwd, environment: { ATOMYX_SUBMIT_API_KEY: key } });
    const { findings } = JSON.parse(stdout) as { readonly findings: readonly { readonly path: string; readonly confidence: string }[] };
    expect(findings).toMatchObject([{ path: 'image.bin', confidence: 'certain', line: 1, column: 2_000_000_002 }]);
    expect(stderr).toContain('A worker has started. Bytes are searched by the WebAssembly kernel.');
    expect(stdout + stderr).not.toContain(key);
  });

  it('starts no threads for little', async () => {
    const { stderr } = await submitGuard(['scan', '--debug', '--jobs', '4'], { cwd: folderWith({ 'a.txt': 'a' }) });
    expect(stderr).not.toContain('worker');
  });
});

describe('the built command line', () => {
  it('searches with the kernel, and says so where it cannot', async () => {
    const cwd = folderWith({ 'a.txt': 'a' });
    expect((await submitGuard(['scan', '--debug'], { cwd })).stderr).toContain('searched by the WebAssembly kernel');
    expect((await submitGuard(['scan', '--debug'], { cwd, environment: { SUBMIT_GUARD_NO_WASM: '1' } })).stderr).toContain('searched by plain JavaScript');
  });
});
