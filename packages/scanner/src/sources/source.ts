import type { PlaceNote } from '@submit-guard/core';
import type { FilePath } from '../paths/file-path.ts';
import { shortest } from '../paths/file-path.ts';
import { quotePath } from '../paths/quote-path.ts';

/** A file to be read. Plain data, so that it can be handed to a worker. */
export interface FileReference {
  readonly path: FilePath;
  /** Given by name: a symbolic link is followed, and a file that is gone was asked for. */
  readonly named: boolean;
  /** In git's index: a file that is gone was deleted on purpose. */
  readonly tracked: boolean;
  /** The file system said just now that it is a regular file. */
  readonly regular?: boolean;
}

/** What a source has to say besides the files it lists. */
export class SourceNotes {
  readonly skipped: PlaceNote[] = [];
  readonly unread: PlaceNote[] = [];
  readonly #notices = new Set<string>();
  readonly #cwd: string;

  /** @param cwd - absolute path of the folder that paths are relative to. */
  constructor(cwd: string) {
    this.#cwd = cwd;
  }

  /** Sentences for the person who runs the scan, each once. */
  get notices(): readonly string[] {
    return [...this.#notices];
  }

  skip(path: FilePath, reason: string): void {
    this.skipped.push({ path: quotePath(shortest(path, this.#cwd)), reason });
  }

  missRead(path: FilePath, reason: string): void {
    this.unread.push({ path: quotePath(shortest(path, this.#cwd)) || '.', reason });
  }

  notice(sentence: string): void {
    this.#notices.add(sentence);
  }
}

/** Yields what is to be read, in portions that arrive while the rest is still being listed. */
export interface Source {
  readonly notes: SourceNotes;
  /** Files and folders that have been listed as a whole, relative to the working directory; complete after `files`. */
  readonly scope: readonly string[];
  files(): AsyncIterable<readonly FileReference[]>;
}
