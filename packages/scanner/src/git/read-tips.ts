import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Repository } from './repository.ts';

const digits = /^[0-9a-f]+$/;

/**
 * Reads the ids of what refs name out of their files, as git does: to start git takes longer.
 *
 * @returns each once; `undefined` where only git can tell: refs are kept in another way, or one is not as git writes it.
 */
export function readTips({ gitFolder, commonFolder, idLength }: Pick<Repository, 'gitFolder' | 'commonFolder' | 'idLength'>): readonly string[] | undefined {
  // A linked work tree has refs of its own, and `reftable` keeps all of them in another form.
  if (gitFolder !== commonFolder || existsSync(join(commonFolder, 'reftable'))) return undefined;
  try {
    const loose = new Map<string, string>();
    if (!addLooseRefs(loose, commonFolder, 'refs', idLength)) return undefined;
    const tips = new Set(loose.values());
    return addPackedRefs(tips, join(commonFolder, 'packed-refs'), loose, idLength) ? [...tips] : undefined;
  } catch {
    // A file that is gone or cannot be read: git says what there is to say of it.
    return undefined;
  }
}

/**
 * What the refs in a folder name, as far as it is plain to see: a guess at what is in a repository, before it is opened.
 *
 * @param folder - absolute path of a work tree or a bare repository.
 */
export function tipsIn(folder: string): readonly string[] {
  const own = join(folder, '.git');
  const gitFolder = existsSync(own) ? own : folder;
  return readTips({ gitFolder, commonFolder: gitFolder, idLength: 40 }) ?? [];
}

/** A ref in a file of its own. @returns whether all are as git writes them. */
function addLooseRefs(refs: Map<string, string>, folder: string, name: string, idLength: number): boolean {
  for (const entry of readdirSync(join(folder, name), { withFileTypes: true })) {
    const path = `${name}/${entry.name}`;
    if (entry.isDirectory()) {
      if (!addLooseRefs(refs, folder, path, idLength)) return false;
      continue;
    }
    if (!entry.isFile()) return false;
    const text = readFileSync(join(folder, path), 'latin1').trimEnd();
    // What it leads to is among the others.
    if (text.startsWith('ref: refs/')) continue;
    if (!isId(text, idLength)) return false;
    refs.set(path, text);
  }
  return true;
}

/**
 * A line that begins with `#` is a remark, and one with `^` tells what a tag leads to.
 *
 * @param younger - refs that have files of their own: what the list says of them is out of date.
 */
function addPackedRefs(tips: Set<string>, path: string, younger: ReadonlyMap<string, string>, idLength: number): boolean {
  if (!existsSync(path)) return true;
  for (const line of readFileSync(path, 'latin1').split('\n')) {
    if (line === '' || line.startsWith('#') || line.startsWith('^')) continue;
    const id = line.slice(0, idLength);
    if (line[idLength] !== ' ' || !isId(id, idLength)) return false;
    if (younger.size === 0 || !younger.has(line.slice(idLength + 1))) tips.add(id);
  }
  return true;
}

function isId(text: string, idLength: number): boolean {
  return text.length === idLength && digits.test(text);
}
