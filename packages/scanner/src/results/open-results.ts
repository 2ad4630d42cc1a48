import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { quotePath } from '../paths/quote-path.ts';
import { jsonResults } from './json-results.ts';
import { storeResults } from './store-results.ts';
import type { Result, ResultKind, ResultSource } from './result-source.ts';
import { unreadable } from './results-error.ts';

/** The kinds of results, asked in this order; the last one takes everything. */
const kinds: readonly ResultKind[] = [storeResults, jsonResults];

/** Bytes by which kinds tell their files. */
const headLength = 64;

function headOf(path: string, shown: string): Uint8Array {
  const head = new Uint8Array(headLength);
  try {
    // What is read of a pipe is gone, and a pipe has JSON in it.
    if (!statSync(path).isFile()) return head;
    const file = openSync(path, 'r');
    try {
      return head.subarray(0, readSync(file, head, 0, headLength, 0));
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw unreadable(shown, error);
  }
}

function openOne(path: string, cwd: string, version: string): ResultSource {
  const shown = quotePath(path);
  const absolute = resolve(cwd, path);
  const head = headOf(absolute, shown);
  const kind = kinds.find((candidate) => candidate.accepts(head)) ?? jsonResults;
  return kind.open(absolute, shown, version);
}

/** Results whose names differ: the same name twice gets the folder of its file, or a number. */
export function withDistinctNames(results: readonly Result[], folders: readonly string[] = []): readonly Result[] {
  const counts = new Map<string, number>();
  for (const { name } of results) counts.set(name, (counts.get(name) ?? 0) + 1);
  const taken = new Set<string>();
  return results.map((result, index) => {
    const folder = folders[index];
    const plain = (counts.get(result.name) ?? 0) > 1 && folder !== undefined && folder !== '' ? `${folder}/${result.name}` : result.name;
    let name = plain;
    for (let more = 2; taken.has(name); more++) name = `${plain} (${more})`;
    taken.add(name);
    return { ...result, name };
  });
}

/**
 * Opens results of any kind, as one.
 *
 * @param paths - as they were typed, relative to `cwd`. At least one.
 * @param version - our own; results of newer versions are refused.
 * @throws {ResultsError} where a file cannot be opened. What is in it is read later.
 */
export function openResults(paths: readonly string[], cwd: string, version: string): ResultSource {
  const sources = paths.map((path) => ({ source: openOne(path, cwd, version), folder: dirname(path).replaceAll('\\', '/').split('/').at(-1) ?? '' }));
  return {
    async read() {
      const read: { result: Result; folder: string }[] = [];
      for (const { source, folder } of sources) for (const result of await source.read()) read.push({ result, folder });
      return withDistinctNames(read.map(({ result }) => result), read.map(({ folder }) => folder.replace(/^\.+$/, '')));
    },
    watch(onChange) {
      const ends = sources.map(({ source }) => source.watch(onChange));
      return () => ends.forEach((end) => end());
    },
  };
}
