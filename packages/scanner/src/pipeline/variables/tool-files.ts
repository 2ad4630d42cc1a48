import type { FileReference } from '../../sources/source.ts';

/** Files that define variables for requests in other files. */
const holders = /\.postman_(?:environment|globals)\.json$|(?:^|\/)environments?\/[^/]+\.(?:bru|json|ya?ml)$|(?:^|\/)(?:http|rest)-client(?:\.private)?\.env\.json$|(?:^|\/)\.vscode\/settings\.json$|\.code-workspace$|(?:^|\/)[^/]*(?:environment|globals|insomnia)[^/]*\.(?:json|ya?ml)$/i;

/** Files with requests. */
const senders = /\.(?:bru|http|rest)$|(?:^|\/)[^/]*(?:collection|postman|insomnia)[^/]*\.(?:json|ya?ml)$/i;

/** The quick answer for nearly all files, of the last characters of their paths. */
const endings = /\.(?:bru|http|rest|json|ya?ml|code-workspace)$/i;
const longestEnding = '.code-workspace'.length;

/** Folders that hold variables for what lies beside them. */
const variableFolders = /^(?:environments?|envs?|\.vscode)$/i;

/** Files of each kind that are kept: a tree with more is not the work of people. */
const most = 10_000;

/** Files that may belong together, in the order of their paths. */
export interface ToolGroup {
  /** Defines variables. */
  readonly holder: FileReference;
  /** Further files with variables in its folder: public ones beside private ones. */
  readonly beside: readonly FileReference[];
  readonly senders: readonly FileReference[];
}

/** The files of test tools among all that are scanned whose variables and requests may belong together. */
export class ToolFiles {
  readonly #holders: FileReference[] = [];
  readonly #senders: FileReference[] = [];

  note(file: FileReference): void {
    const { path } = file;
    if (typeof path !== 'string' || !endings.test(path.slice(-longestEnding))) return;
    const inFolder = path.slice(path.lastIndexOf('/', path.lastIndexOf('/') - 1) + 1);
    if (this.#holders.length < most && holders.test(inFolder)) this.#holders.push(file);
    if (this.#senders.length < most && senders.test(inFolder)) this.#senders.push(file);
  }

  /** Whether there are files of both kinds. */
  get mayShare(): boolean {
    const alone = new Set(this.#senders);
    for (const holder of this.#holders) alone.delete(holder);
    return this.#holders.length > 0 && (alone.size > 0 || this.#senders.length > 1);
  }

  /** Each file with variables, with the files that may use them: those below its folder, or beside it where that is a folder for variables. */
  *groups(): Generator<ToolGroup> {
    const byPath = (a: FileReference, b: FileReference): number => (String(a.path) < String(b.path) ? -1 : 1);
    const sorted = [...this.#senders].sort(byPath);
    const all = [...this.#holders].sort(byPath);
    for (const holder of all) {
      const root = rootOf(String(holder.path));
      const own = sorted.filter((file) => file.path !== holder.path && String(file.path).startsWith(root));
      const beside = all.filter((file) => file !== holder && folderOf(String(file.path)) === folderOf(String(holder.path)));
      if (own.length > 0) yield { holder, beside, senders: own };
    }
  }
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

/** The folder, with a `/` at its end, below which the variables of a file may be used. */
function rootOf(path: string): string {
  const folders = path.split('/').slice(0, -1);
  if (variableFolders.test(folders.at(-1) ?? '')) folders.pop();
  return folders.length === 0 ? '' : `${folders.join('/')}/`;
}
