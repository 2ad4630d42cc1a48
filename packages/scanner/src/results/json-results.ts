import { statSync, unwatchFile, watchFile } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseResult } from './parse-result.ts';
import type { ResultKind } from './result-source.ts';
import { ResultsError, unreadable } from './results-error.ts';

/** Milliseconds between looks at a file. Asking works on every file system, and where a file is replaced by a new one. */
const pace = 500;

/** Bytes that fit into one text of JavaScript, whatever they hold. */
const mostBytes = 0x1fff_ffe8;

/** What was scanned, by the name of the file: `shop` for `shop.json`. */
const nameOfFile = (path: string): string => basename(path).replace(/\.json$/i, '');

async function readText(path: string, shown: string): Promise<string> {
  try {
    const { size } = statSync(path);
    if (size > mostBytes) throw new ResultsError(`${shown} has ${size} bytes; a file of results may have ${mostBytes}. Scan in parts and name all of their files.`);
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof ResultsError) throw error;
    throw unreadable(shown, error);
  }
}

/** Files that `--format json` wrote: one result each. Any file that no other kind accepts is taken for one. */
export const jsonResults: ResultKind = {
  accepts: () => true,
  open: (path, shown, version) => ({
    read: async () => [{ name: nameOfFile(path), report: parseResult(await readText(path, shown), shown, version) }],
    watch(onChange) {
      const listener = (): void => onChange();
      watchFile(path, { interval: pace, persistent: false }, listener);
      return () => unwatchFile(path, listener);
    },
  }),
};
