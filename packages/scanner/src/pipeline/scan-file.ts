import { closeSync } from 'node:fs';
import { mayBeContainer, mayBeUnsigned } from '../containers/signs.ts';
import { quotePath } from '../paths/quote-path.ts';
import { beginsPicture, pictureHead } from '../readers/pictures.ts';
import { headLength } from '../readers/reader.ts';
import { openFile, openUnasked } from '../sources/open-file.ts';
import type { FileReference } from '../sources/source.ts';
import type { Signs } from './blob-search.ts';
import type { Engine } from './engine.ts';
import { FileWindows } from './file-windows.ts';
import { wholeFileLimit, windowLayout } from './limits.ts';
import { headOf, readBeginning, readInto, readToEnd } from './read-into-memory.ts';
import type { WindowLayout } from './limits.ts';
import type { Outcome } from './outcome.ts';
import { Tally } from './outcome.ts';
import { placeOf } from './place-of.ts';
import { isPlainAndClean, scanLoaded } from './scan-bytes.ts';
import type { WindowOutcome } from './scan-window.ts';

export interface FileScanOptions {
  /** Absolute path of the folder that paths are relative to. */
  readonly cwd: string;
  /**
   * The same folder as files are opened from it: '' where the process never leaves it, so that the file system has a shorter path to
   * follow; `cwd` by default.
   */
  readonly opensFrom?: string;
  /** Bytes; longer files are skipped. */
  readonly maxFileSize: number;
  /** How long files are read; the windows of the command line by default. */
  readonly layout?: WindowLayout;
}

/** A file that is too long to be read at once. Plain data. */
export interface LongFile {
  readonly file: FileReference;
  /** Bytes, when it was first opened: a log that grows has an end. */
  readonly size: number;
}

/** What several files come to. Plain data that holds no key. */
export interface BatchResult {
  readonly outcome: Outcome;
  /** Files that were too long for a batch; they are still to be scanned. */
  readonly long: readonly LongFile[];
  /** Archives and compressed files; they are still to be scanned, whatever their length. */
  readonly containers: readonly LongFile[];
  /** Images among all of them, where images are read. */
  readonly pictures: readonly FileReference[];
}

/** What windows of a long file come to. Plain data that holds no key. */
export interface WindowsResult {
  readonly windows: readonly WindowOutcome[];
  /** What the file is, where its bytes are not simply its text; see `Reader.opaque`. */
  readonly opaque: string | undefined;
  /** Bytes of these windows that were looked at. */
  readonly bytes: number;
  /** Why windows are missing, as an outcome of the file without findings; absent where none is. */
  readonly failure?: Outcome;
}

interface OpenFile {
  readonly descriptor: number;
  /** Bytes, at the moment of opening. */
  readonly size: number;
}

/** Scans files, reusing its memory: all that a thread has to do. Plain data goes in, plain data comes out. */
export class FileScanner {
  readonly #engine: Engine;
  readonly #options: FileScanOptions;
  readonly #layout: WindowLayout;
  readonly #opensFrom: string;
  #pictures: FileReference[] = [];

  constructor(engine: Engine, options: FileScanOptions) {
    this.#engine = engine;
    this.#options = options;
    this.#layout = options.layout ?? windowLayout;
    this.#opensFrom = options.opensFrom ?? options.cwd;
  }

  /** Scans files one after the other, each read at once. */
  scanFiles(files: Iterable<FileReference>): BatchResult {
    const tally = new Tally();
    const long: LongFile[] = [];
    const containers: LongFile[] = [];
    this.#pictures = [];
    for (const file of files) {
      if (file.regular === true && this.#scanAtOnce(file, tally, containers)) continue;
      const opened = this.#open(file, tally);
      if (opened === undefined) continue;
      try {
        const { size } = opened;
        if (size <= wholeFileLimit) this.#scanWhole(file, opened, tally, containers);
        else {
          const head = headOf(opened.descriptor, headLength);
          this.#notePicture(file, head);
          if (!this.#keepsContainer(file, size, head, containers)) long.push({ file, size });
        }
      } catch (error) {
        tally.addFailure(quotePath(file.path), error);
      } finally {
        closeSync(opened.descriptor);
      }
    }
    return { outcome: tally, long, containers, pictures: this.#pictures };
  }

  /** Whether a file, of which the first bytes are at hand, may be a container; it is kept for later then. */
  #keepsContainer(file: FileReference, size: number, head: Buffer, containers: LongFile[]): boolean {
    if (this.#engine.containers === undefined || !mayBeContainer(head, file.path)) return false;
    containers.push({ file, size });
    return true;
  }

  /** The beginning of what stands in the memory of the search. */
  #loadedHead(length: number): Buffer {
    return this.#engine.search.memory(0).subarray(0, Math.min(length, headLength));
  }

  /** Opens a file to be scanned; what keeps it from being opened goes into the tally. */
  #open(file: FileReference, tally: Tally): OpenFile | undefined {
    const { maxFileSize } = this.#options;
    const opened = openFile(file, this.#opensFrom);
    if (opened.kind === 'deleted') return undefined;
    if (opened.kind !== 'open') {
      tally[opened.kind].push({ path: quotePath(file.path), reason: opened.reason });
      return undefined;
    }
    if (opened.size <= maxFileSize) return opened;
    closeSync(opened.descriptor);
    tally.skipped.push({ path: quotePath(file.path), reason: `larger than ${maxFileSize} bytes` });
    return undefined;
  }

  /**
   * Scans a file of which the source has said what it is, with one read.
   *
   * @returns false where that does not do: the file is empty or long, has to be asked for its size, or cannot be read.
   */
  #scanAtOnce(file: FileReference, tally: Tally, containers: LongFile[]): boolean {
    if (this.#options.maxFileSize !== Infinity) return false;
    const opened = openUnasked(file, this.#opensFrom);
    if (opened.kind !== 'open') return false;
    try {
      const memory = this.#engine.search.memory(0);
      const length = readBeginning(opened.descriptor, memory);
      // Only where there was room for more, the file has come to its end.
      if (length === 0 || length === memory.length) return false;
      const signs = this.#engine.search.signsIn(0, length);
      if (isPlainAndClean(this.#engine, signs, length) && !(mayBeUnsigned(memory[0], file.path) && mayBeContainer(this.#loadedHead(length), file.path))) tally.addClean(length);
      else if (!this.#keepsContainer(file, length, this.#loadedHead(length), containers)) this.#scanLoaded(file, length, tally, signs);
    } catch (error) {
      tally.addFailure(quotePath(file.path), error);
    } finally {
      closeSync(opened.descriptor);
    }
    return true;
  }

  #scanWhole(file: FileReference, { descriptor, size }: OpenFile, tally: Tally, containers: LongFile[]): void {
    // Files of `/proc` do not know their size; any other is read as far as it went when it was opened.
    const length = size === 0 ? readToEnd(this.#engine.search, descriptor) : readInto(this.#engine.search, descriptor, 0, size);
    if (this.#keepsContainer(file, size, this.#loadedHead(length), containers)) return;
    this.#scanLoaded(file, length, tally);
    if (length < size) tally.unread.push({ path: quotePath(file.path), reason: cutShort });
  }

  #notePicture(file: FileReference, head: Buffer): void {
    if (this.#engine.shelf !== undefined && beginsPicture(head)) this.#pictures.push(file);
  }

  #scanLoaded(file: FileReference, length: number, tally: Tally, signs?: Signs): void {
    const place = placeOf(file.path);
    this.#notePicture(file, this.#engine.search.memory(0).subarray(0, Math.min(length, pictureHead)));
    tally.addBlob(place.path, length, scanLoaded(this.#engine, length, place, signs));
  }

  /**
   * Scans windows of a long file. What a window comes to does not depend on which others are scanned with it.
   *
   * @param first - number of the first window, from 0.
   */
  scanWindows({ file, size }: LongFile, first: number, count: number): WindowsResult {
    const failure = new Tally();
    const opened = this.#open(file, failure);
    if (opened === undefined) return { windows: [], opaque: undefined, bytes: 0, failure };
    const place = placeOf(file.path);
    const windows: WindowOutcome[] = [];
    let opaque: string | undefined;
    let bytes = 0;
    try {
      const open = new FileWindows(this.#engine, this.#layout, { descriptor: opened.descriptor, size, place });
      opaque = open.opaque;
      for (let number = first; number < first + count; number++) {
        const own = Math.min(this.#layout.size, size - number * this.#layout.size);
        const window = open.scan(number);
        if (window === undefined) {
          failure.unread.push({ path: place.path, reason: cutShort });
          break;
        }
        windows.push(window);
        bytes += own;
      }
    } catch (error) {
      failure.addFailure(place.path, error);
    } finally {
      closeSync(opened.descriptor);
    }
    return { windows, opaque, bytes, ...(windows.length < count && { failure }) };
  }

  /** Scans an archive or a compressed file, with all that is in it. */
  async scanContainer({ file, size }: LongFile): Promise<Outcome> {
    const tally = new Tally();
    const opened = this.#open(file, tally);
    if (opened === undefined) return tally;
    try {
      const { scanContainerFile } = await import('./containers/scan-container-file.ts');
      tally.add(await scanContainerFile(this.#engine, { path: file.path, descriptor: opened.descriptor, size, placeOf }));
    } catch (error) {
      tally.addFailure(quotePath(file.path), error);
    } finally {
      closeSync(opened.descriptor);
    }
    return tally;
  }
}

const cutShort = 'was cut short while it was read';
