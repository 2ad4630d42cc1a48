import { closeSync } from 'node:fs';
import type { FilePath } from '../paths/file-path.ts';
import { quotePath } from '../paths/quote-path.ts';
import { FilePlaces } from '../readers/file-places.ts';
import { FileReader } from '../sources/file-reader.ts';
import { openFile } from '../sources/open-file.ts';
import { ReadBuffer } from '../sources/read-buffer.ts';
import type { FileReference } from '../sources/source.ts';
import type { Engine, Place } from './engine.ts';
import { windowOverlap, windowSize, wholeFileLimit } from './limits.ts';
import type { Outcome } from './outcome.ts';
import { Tally } from './outcome.ts';
import { scanBytes } from './scan-bytes.ts';
import { scanWindows } from './scan-windows.ts';

export interface FileScanOptions {
  /** Absolute path of the folder that paths are relative to. */
  readonly cwd: string;
  /** Bytes; longer files are skipped. */
  readonly maxFileSize: number;
}

interface OpenFile {
  readonly descriptor: number;
  readonly place: Place;
  readonly reader: FileReader;
  /** Bytes, at the moment of opening. */
  readonly size: number;
}

/** Where a path is, for an engine. */
function placeOf(path: FilePath): Place {
  return { path: quotePath(path), name: typeof path === 'string' ? path : Buffer.from(path).toString('utf8') };
}

/** Opens a file to be scanned; what keeps it from being opened goes into the tally. */
function openToScan(file: FileReference, { cwd, maxFileSize }: FileScanOptions, tally: Tally): OpenFile | undefined {
  const opened = openFile(file, cwd);
  if (opened.kind === 'deleted') return undefined;
  if (opened.kind !== 'open') {
    tally[opened.kind].push({ path: quotePath(file.path), reason: opened.reason });
    return undefined;
  }
  const { descriptor, size } = opened;
  if (size > maxFileSize) {
    closeSync(descriptor);
    tally.skipped.push({ path: quotePath(file.path), reason: `larger than ${maxFileSize} bytes` });
    return undefined;
  }
  return { descriptor, size, place: placeOf(file.path), reader: new FileReader(descriptor, size) };
}

function noteIfShort({ reader, place }: OpenFile, tally: Tally): void {
  if (reader.isShort) tally.unread.push({ path: place.path, reason: 'was cut short while it was read' });
}

/** Scans files, reusing its memory: all that a worker has to do. Plain data goes in, plain data comes out. */
export class FileScanner {
  readonly #engine: Engine;
  readonly #options: FileScanOptions;
  readonly #buffer = new ReadBuffer(wholeFileLimit);

  constructor(engine: Engine, options: FileScanOptions) {
    this.#engine = engine;
    this.#options = options;
  }

  /**
   * Scans files one after the other, each read at once.
   *
   * @returns what they come to, and those that are too long for this: {@link scanLong} takes them.
   */
  scan(files: readonly FileReference[]): { readonly outcome: Outcome; readonly long: readonly FileReference[] } {
    const tally = new Tally();
    const long = files.filter((file) => this.#scanWhole(file, tally) === 'long');
    return { outcome: tally, long };
  }

  #scanWhole(file: FileReference, tally: Tally): 'done' | 'long' {
    const opened = openToScan(file, this.#options, tally);
    if (opened === undefined) return 'done';
    try {
      const bytes = this.#buffer.fill((target) => opened.reader.read(target), opened.size);
      if (bytes === undefined) return 'long';
      tally.addBlob(opened.place.path, bytes.length, scanBytes(this.#engine, bytes, opened.place));
      noteIfShort(opened, tally);
    } catch (error) {
      tally.addFailure(opened.place.path, error);
    } finally {
      closeSync(opened.descriptor);
    }
    return 'done';
  }

  /**
   * Scans a long file window by window. Gives the event loop a turn after each.
   *
   * @param onProgress - told how many bytes have been looked at since the last time.
   */
  async scanLong(file: FileReference, onProgress: (bytes: number) => void): Promise<Outcome> {
    const tally = new Tally();
    const opened = openToScan(file, this.#options, tally);
    if (opened === undefined) return tally;
    let bytes = 0;
    try {
      const outcome = await scanWindows(this.#engine, opened.reader, opened.place, {
        size: windowSize,
        overlap: windowOverlap,
        places: (encoding, start) => new FilePlaces(opened.descriptor, encoding, start),
        onWindow: async (length) => {
          bytes += length;
          onProgress(length);
          await new Promise(setImmediate);
        },
      });
      tally.addBlob(opened.place.path, bytes, outcome);
      noteIfShort(opened, tally);
    } catch (error) {
      tally.addFailure(opened.place.path, error);
    } finally {
      closeSync(opened.descriptor);
    }
    return tally;
  }
}
