import { runGit } from '../../git/run-git.ts';
import { splitRecords } from '../../git/split-records.ts';
import type { FilePath } from '../../paths/file-path.ts';
import { bytesOfPath, joinPath, pathKey } from '../../paths/file-path.ts';
import { specialKindOf } from '../file-types.ts';
import type { SourceNotes } from '../source.ts';
import type { FolderEntry } from './read-folder.ts';
import { readFolder } from './read-folder.ts';

function entriesOf(folder: FilePath, cwd: string): readonly FolderEntry[] {
  try {
    return readFolder(folder, cwd);
  } catch {
    // Opening the files in it, or git's own warning, tells why.
    return [];
  }
}

/**
 * Notes the FIFOs, sockets and devices that stand next to the files of a work tree. Git lists none of them.
 *
 * @param root - folder that git ran in; `gitFolder` is the same for git.
 * @param folders - folders with files in them, relative to `root`.
 */
export async function noteSpecialFiles(
  root: FilePath, gitFolder: string, folders: Iterable<FilePath>, options: { readonly cwd: string; readonly notes: SourceNotes },
): Promise<void> {
  const found: { readonly path: FilePath; readonly kind: string }[] = [];
  for (const folder of folders) {
    for (const entry of entriesOf(joinPath(root, folder), options.cwd)) {
      const kind = specialKindOf(entry);
      if (kind !== undefined) found.push({ path: joinPath(folder, entry.name), kind });
    }
  }
  if (found.length === 0) return;
  const asked = Buffer.concat(found.map(({ path }) => Buffer.concat([Buffer.from('./'), bytesOfPath(path), Buffer.of(0)])));
  const answer = await runGit(gitFolder, ['check-ignore', '-z', '--stdin'], asked);
  const ignored = new Set(splitRecords(answer.output).map((record) => record.toString('latin1')));
  for (const { path, kind } of found) {
    if (!ignored.has(`./${bytesOfPath(path).toString('latin1')}`)) options.notes.skip(joinPath(root, path), kind);
  }
}

/** Collects the folders of paths, each once. */
export class FolderSet {
  readonly #folders = new Map<string, FilePath>([['', '']]);

  add(folder: FilePath): void {
    const key = pathKey(folder);
    if (!this.#folders.has(key)) this.#folders.set(key, folder);
  }

  [Symbol.iterator](): Iterator<FilePath> {
    return this.#folders.values();
  }
}
