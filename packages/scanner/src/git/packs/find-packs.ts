import { readdirSync, readFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import type { Repository } from '../repository.ts';

/** The files of a pack. */
export interface PackFiles {
  readonly pack: string;
  readonly index: string;
}

/** How far git follows alternates of alternates (`link_alt_odb_entry` in its object-file.c). */
const deepest = 5;

/**
 * Finds the packs of a repository and of its alternates, as far as it can tell: whatever it does not see, or sees in the wrong place, is left
 * to git. That an object is in the repository only git says.
 */
export function findPacks({ folder, environment, commonFolder }: Pick<Repository, 'folder' | 'environment' | 'commonFolder'>): readonly PackFiles[] {
  const own = environment['GIT_OBJECT_DIRECTORY'];
  const others = environment['GIT_ALTERNATE_OBJECT_DIRECTORIES'];
  const folders = new Set<string>();
  addFolder(folders, own === undefined ? join(commonFolder, 'objects') : resolve(folder, own), 0);
  for (const other of others?.split(delimiter) ?? []) if (isPlain(other)) addFolder(folders, resolve(folder, other), 1);
  return [...folders].flatMap((objects) => packsIn(join(objects, 'pack')));
}

function addFolder(folders: Set<string>, objects: string, depth: number): void {
  if (folders.has(objects) || depth > deepest) return;
  folders.add(objects);
  for (const line of linesOf(join(objects, 'info/alternates'))) if (isPlain(line)) addFolder(folders, resolve(objects, line), depth + 1);
}

/** Whether a name is one, and neither a remark nor in quotes. */
function isPlain(name: string): boolean {
  return name !== '' && !name.startsWith('#') && !name.startsWith('"');
}

function linesOf(path: string): readonly string[] {
  try {
    return readFileSync(path, 'utf8').split('\n');
  } catch {
    return [];
  }
}

function packsIn(folder: string): readonly PackFiles[] {
  try {
    const names = readdirSync(folder);
    // In one order for every process that reads a part of them.
    return names.filter((name) => name.endsWith('.idx')).sort().map((name) => ({ pack: join(folder, `${name.slice(0, -4)}.pack`), index: join(folder, name) }));
  } catch {
    return [];
  }
}
