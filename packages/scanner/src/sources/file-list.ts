import type { FileReference } from './source.ts';

/** Files in a form that costs little to hand to another thread: one string for all names that are text. */
export interface FileList {
  /** Paths, with a NUL between two of them, which no path holds. */
  readonly paths: string;
  /** For each of these paths, {@link named}, {@link tracked} and {@link regular}. */
  readonly flags: Uint8Array;
  /** Files whose names are no text. */
  readonly others: readonly FileReference[];
}

const named = 1;
const tracked = 2;
const regular = 4;

export function packFiles(files: readonly FileReference[]): FileList {
  const paths: string[] = [];
  const others: FileReference[] = [];
  const flags = new Uint8Array(files.length);
  for (const file of files) {
    if (typeof file.path === 'string') {
      flags[paths.length] = (file.named ? named : 0) | (file.tracked ? tracked : 0) | (file.regular === true ? regular : 0);
      paths.push(file.path);
    } else {
      // Such a path may be a view of a large listing, all of which would be copied with it.
      others.push({ ...file, path: Uint8Array.from(file.path) });
    }
  }
  return { paths: paths.join('\0'), flags: flags.slice(0, paths.length), others };
}

export function* unpackFiles({ paths, flags, others }: FileList): Generator<FileReference> {
  if (flags.length > 0) {
    for (const [index, path] of paths.split('\0').entries()) {
      const flag = flags[index] ?? 0;
      yield { path, named: (flag & named) !== 0, tracked: (flag & tracked) !== 0, regular: (flag & regular) !== 0 };
    }
  }
  yield* others;
}
