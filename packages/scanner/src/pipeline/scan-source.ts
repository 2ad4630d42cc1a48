import type { PathTest } from '@submit-guard/core';
import { bytesOfPath } from '../paths/file-path.ts';
import type { FileReference, Source } from '../sources/source.ts';
import type { Outcome } from './outcome.ts';
import { Tally } from './outcome.ts';
import type { FileScanner } from './scan-file.ts';

/** How far a scan has come. */
export interface Progress {
  readonly files: number;
  readonly bytes: number;
}

export type OnProgress = (progress: Progress) => void;

/** Files that are scanned before the event loop gets its turn: for Ctrl-C, for the progress and for what git has to say. */
const batchSize = 64;

/**
 * Scans what a source lists, while it lists it. What is left out on purpose goes into the source's notes.
 *
 * This loop is where a pool of workers goes: it hands out batches of plain data to {@link FileScanner}s and adds up the
 * plain data they return, in any order.
 */
export async function scanSource(source: Source, scanner: FileScanner, excludes: PathTest, onProgress: OnProgress): Promise<Outcome> {
  const tally = new Tally();
  const add = (outcome: Outcome): void => {
    tally.add(outcome);
    onProgress(tally);
  };
  const isWanted = ({ path }: FileReference): boolean => {
    if (!excludes(typeof path === 'string' ? path : bytesOfPath(path).toString('utf8'))) return true;
    source.notes.skip(path, 'excluded by the configuration');
    return false;
  };
  for await (const listed of source.files()) {
    const wanted = listed.filter(isWanted);
    for (let start = 0; start < wanted.length; start += batchSize) {
      const { outcome, long } = scanner.scan(wanted.slice(start, start + batchSize));
      add(outcome);
      for (const file of long) {
        let passed = 0;
        const result = await scanner.scanLong(file, (bytes) => onProgress({ files: tally.files, bytes: tally.bytes + (passed += bytes) }));
        add(result);
      }
      await new Promise(setImmediate);
    }
  }
  return tally;
}
