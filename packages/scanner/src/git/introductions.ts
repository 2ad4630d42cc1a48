import type { FilePath } from '../paths/file-path.ts';
import { pathFromBytes } from '../paths/file-path.ts';
import { gitRecords } from './git-stream.ts';
import type { ObjectStore, Repository } from './repository.ts';

/** A file that a commit, or the index, has and that no parent has like this. */
export interface Introduction {
  /** Absent for the index. */
  readonly commit: string | undefined;
  /** From the top of the work tree. */
  readonly path: FilePath;
  readonly id: string;
  /** What stands at the same path in each parent; `undefined` where nothing does. */
  readonly before: readonly (string | undefined)[];
}

/** Modes of files and of symbolic links; a submodule (160000) has no object here (git-fast-import(1), "filemodify"). */
const fileModes = /^(?:100|120)/;

const colon = 0x3a;
const none = /^0+$/;

/**
 * Reads what `git diff-tree -z` and `git diff-index -z` print with `--raw --no-abbrev --no-renames`: one record for what changed, the next
 * for the path, and in between the ids of commits. `-c` gives a merge one line for each file that differs from all parents.
 */
class IntroductionReader {
  #commit: string | undefined;
  #line: string | undefined;

  /** @returns the introductions that end with these records. */
  read(records: readonly Buffer[]): readonly Introduction[] {
    const found: Introduction[] = [];
    for (const record of records) {
      if (this.#line !== undefined) {
        const introduction = this.#introduction(this.#line, record);
        if (introduction !== undefined) found.push(introduction);
        this.#line = undefined;
      } else if (record[0] === colon) this.#line = record.toString('latin1');
      else this.#commit = record.toString('latin1');
    }
    return found;
  }

  #introduction(line: string, path: Buffer): Introduction | undefined {
    const parents = /^:+/.exec(line)?.[0].length ?? 1;
    const fields = line.slice(parents).split(' ');
    const mode = fields[parents];
    const id = fields[2 * parents + 1];
    if (mode === undefined || id === undefined || !fileModes.test(mode)) return undefined;
    const before = fields.slice(parents + 1, 2 * parents + 1).map((old, index) => (none.test(old) || !fileModes.test(fields[index] ?? '') ? undefined : old));
    // A change of the mode alone introduces nothing.
    if (before.includes(id)) return undefined;
    return { commit: this.#commit, path: pathFromBytes(Buffer.from(path)), id, before };
  }
}

const rawDiff = ['-r', '-z', '--raw', '--no-abbrev', '--no-renames', '--no-ext-diff', '--no-textconv', '--ignore-submodules=none'];

/**
 * What commits introduce, in their order. A root commit introduces all it has; a merge, what differs from all its parents.
 *
 * @throws {GitError} where a tree is missing.
 */
export async function* introductionsOf(repository: Repository, commits: Iterable<string>): AsyncGenerator<readonly Introduction[], void> {
  const reader = new IntroductionReader();
  const options = ['diff-tree', '--stdin', '-c', '--root', ...rawDiff];
  for await (const records of gitRecords(repository, 'compare the trees of commits', options, 0, linesOf(commits))) yield reader.read(records);
}

/**
 * What the index has and a tree does not.
 *
 * @param tree - id of a commit or a tree.
 */
export async function* introductionsOfIndex(repository: ObjectStore, tree: string): AsyncGenerator<readonly Introduction[], void> {
  const reader = new IntroductionReader();
  for await (const records of gitRecords(repository, 'compare the index', ['diff-index', '--cached', ...rawDiff, tree, '--'], 0)) yield reader.read(records);
}

function* linesOf(ids: Iterable<string>): Generator<string> {
  for (const id of ids) yield `${id}\n`;
}
