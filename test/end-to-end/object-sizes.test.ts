import { join } from 'node:path';
import type { Report } from '@submit-guard/core';
import { fingerprintOf } from '@submit-guard/core';
import { describe, expect, it } from 'vitest';
import { lineWith, makeKey, TrapRepository } from '../repositories/trap-repository.ts';
import { folderWith, submitGuard } from './command-line.ts';

/** Bytes that are searched in one go, and those that are read at once. */
const chunk = 524_288;
const whole = 16 * 1024 * 1024;

/** A text of a length that ends with a key, if there is room for it. */
function textOf(length: number, key: string): string {
  const line = lineWith(key);
  return length < line.length ? 'x'.repeat(length) : `${'ordinary text\n'.repeat(Math.ceil(length / 14)).slice(0, length - line.length - 1)}\n${line}`;
}

async function scan(cwd: string, ...options: readonly string[]): Promise<Report> {
  const { stdout, stderr } = await submitGuard(['git', '--all', '--no-cache', '-f', 'json', ...options], { cwd });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as Report;
}

describe('a scan of objects', () => {
  it('reads objects of every size around its borders', async () => {
    const repository = new TrapRepository(join(folderWith(), 'sizes'));
    const sizes = [0, 1, 100];
    // A record is the object, its line and a line feed: somewhere among these, each border falls on each part of one.
    for (let offset = -70; offset <= 4; offset += 2) sizes.push(chunk + offset);
    for (const size of [2 * chunk, whole - 1, whole, whole + 1]) sizes.push(size);
    const keys = sizes.map(() => makeKey());
    for (const [index, size] of sizes.entries()) repository.write(`${index}.txt`, textOf(size, keys[index] ?? ''));
    repository.commit('Sizes');
    for (const way of ['loose', 'packed']) {
      if (way === 'packed') repository.git('repack', '--quiet', '-a', '-d', '--depth=0');
      const { findings, coverage } = await scan(repository.folder);
      expect(findings.map(({ secret }) => secret?.fingerprint).sort()).toEqual(keys.filter((_, index) => (sizes[index] ?? 0) >= 100).map(fingerprintOf).sort());
      expect(coverage).toMatchObject({ blobs: sizes.length + 5, unread: [], skipped: [] });
      const texts = sizes.reduce((sum, size) => sum + size, 0);
      expect(coverage.bytes).toBeGreaterThan(texts);
      expect(coverage.bytes).toBeLessThan(texts + 10_000);
    }
  }, 120_000);

  it('reports the same, whatever the number of threads', async () => {
    const repository = new TrapRepository(join(folderWith(), 'threads'));
    // More than two batches of 200 MB, which is when threads are started.
    repository.git('config', 'core.compression', '0');
    for (let number = 0; number < 27; number++) repository.write(`${number}.txt`, textOf(whole - number, number % 5 === 0 ? makeKey() : 'none'));
    repository.commit('Long');
    const one = await scan(repository.folder, '--jobs', '1');
    expect(one.findings).toHaveLength(6);
    expect(await scan(repository.folder, '--jobs', '3')).toEqual(one);
  }, 240_000);
});
