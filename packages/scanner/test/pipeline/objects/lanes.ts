import { idsIn, sizeOf } from '../../../src/git/id-table.ts';
import { knownIdsOf } from '../../../src/git/known-ids.ts';
import { listIds } from '../../../src/git/list-objects.ts';
import { PackedObjects } from '../../../src/git/packs/packed-objects.ts';
import { objectStore, openRepository } from '../../../src/git/repository.ts';
import type { Engine } from '../../../src/pipeline/engine.ts';
import { PackSifter } from '../../../src/pipeline/objects/packs/sift-packs.ts';
import { ObjectSifter } from '../../../src/pipeline/objects/sift-objects.ts';
import type { SiftResult } from '../../../src/pipeline/objects/sift.ts';

/** What reading all objects of a repository comes to, in an order that depends on nothing. */
export interface Sifted {
  readonly suspects: readonly string[];
  readonly names: readonly string[];
  readonly trees: readonly string[];
  readonly skipped: readonly string[];
  readonly unread: readonly string[];
  readonly objects: number;
  readonly bytes: number;
}

/** Reads all objects of a repository as git puts them together. */
export async function siftByGit(folder: string, engine: Engine): Promise<Sifted> {
  const repository = await openRepository(objectStore(folder, false));
  return sorted([await siftIds(folder, engine, [...idsIn(await listIds(repository))])]);
}

/** Reads from packs what can be read there, and the rest as git puts it together. @returns the number of objects that came from packs, too. */
export async function siftByPacks(folder: string, engine: Engine): Promise<Sifted & { readonly packed: number; readonly isClosed: boolean }> {
  const repository = await openRepository(objectStore(folder, false));
  const ids = await listIds(repository);
  const packs = new PackedObjects(repository, ids);
  const sifter = new PackSifter(engine);
  const known = knownIdsOf(ids);
  const results: SiftResult[] = packs.portions.map((portion) => sifter.sift(portion, known));
  sifter.close();
  const packed = results.reduce((sum, { objects }) => sum + objects, 0);
  if (packed + sizeOf(packs.left) !== sizeOf(ids)) throw new Error('Objects are lost.');
  results.push(await siftIds(folder, engine, [...idsIn(packs.left)]));
  return { ...sorted(results), packed, isClosed: results.slice(0, -1).every(({ isClosed }) => isClosed) };
}

async function siftIds(folder: string, engine: Engine, ids: readonly string[]): Promise<SiftResult> {
  const sifter = new ObjectSifter(engine, objectStore(folder, false));
  try {
    return await sifter.sift(ids.map((id) => `${id}\n`).join(''));
  } finally {
    sifter.close();
  }
}

function sorted(results: readonly SiftResult[]): Sifted {
  const all = (list: (result: SiftResult) => readonly string[]): readonly string[] => [...new Set(results.flatMap(list))].sort();
  const sum = (count: (result: SiftResult) => number): number => results.reduce((total, result) => total + count(result), 0);
  return {
    suspects: all(({ suspects }) => suspects.map(({ id, kind, size }) => `${id} ${kind} ${size}`)),
    names: all(({ names }) => names),
    trees: all(({ trees }) => trees),
    skipped: all(({ skipped }) => skipped.map(({ id, reason }) => `${id} ${reason}`)),
    unread: all(({ unread }) => unread.map(({ id }) => id).filter((id) => id !== '')),
    objects: sum(({ objects }) => objects),
    bytes: sum(({ bytes }) => bytes),
  };
}
