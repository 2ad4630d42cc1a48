import { closeSync, existsSync, fstatSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { IdTable } from './id-table.ts';
import { isAscending, tableOf, union } from './id-table.ts';
import type { Repository } from './repository.ts';

const magic = 0xff744f63;

/** Bytes in front of the ids of an index: magic number, version, and for each first byte how many ids there are up to it. */
const headerLength = 8 + 1024;

/** Variables that have git look for objects elsewhere. */
const elsewhere = ['GIT_OBJECT_DIRECTORY', 'GIT_ALTERNATE_OBJECT_DIRECTORIES'];

/**
 * Reads the ids of all objects that a repository has, out of the indexes of its packs and the names of its loose objects, as git does: to start
 * git takes longer, and to read what it writes.
 *
 * @returns `undefined` where only git can tell: objects are elsewhere, too, or something is not as git writes it.
 */
export function readIds({ commonFolder, environment, idLength }: Pick<Repository, 'commonFolder' | 'environment' | 'idLength'>): IdTable | undefined {
  const objects = join(commonFolder, 'objects');
  const idBytes = idLength / 2;
  if (elsewhere.some((name) => environment[name] !== undefined) || existsSync(join(objects, 'info/alternates'))) return undefined;
  try {
    const tables = [looseIds(objects, idBytes)];
    for (const name of namesIn(join(objects, 'pack'))) {
      if (!name.endsWith('.idx')) continue;
      const path = join(objects, 'pack', name.slice(0, -4));
      if (statSync(`${path}.pack`, { throwIfNoEntry: false })?.isFile() !== true) return undefined;
      const table = idsOfIndex(`${path}.idx`, idBytes);
      if (table === undefined) return undefined;
      tables.push(table);
    }
    return merged(tables, idBytes);
  } catch {
    // A file that is gone or cannot be read: git says what there is to say of it.
    return undefined;
  }
}

/** Always the two shortest ones are merged: each id is copied as few times as can be. */
function merged(tables: readonly IdTable[], idBytes: number): IdTable {
  const rest = [...tables].sort((a, b) => a.ids.length - b.ids.length);
  for (;;) {
    const [first, second] = rest.splice(0, 2);
    if (first === undefined || second === undefined) return first ?? { ids: Buffer.alloc(0), idBytes };
    const both = union(second, first);
    const place = rest.findIndex(({ ids }) => ids.length >= both.ids.length);
    rest.splice(place === -1 ? rest.length : place, 0, both);
  }
}

/** A loose object is a file with the digits of its id as its path (gitrepository-layout(5)). */
function looseIds(objects: string, idBytes: number): IdTable {
  const form = new RegExp(`^[0-9a-f]{${2 * idBytes - 2}}$`);
  const folders = namesIn(objects).filter((name) => /^[0-9a-f]{2}$/.test(name));
  return tableOf(folders.flatMap((folder) => namesIn(join(objects, folder)).filter((name) => form.test(name)).map((name) => folder + name)), idBytes);
}

function namesIn(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}

/** The ids of an index of version 2 (gitformat-pack(5), "pack-*.idx files"); `undefined` where it is none, or is damaged. */
function idsOfIndex(path: string, idBytes: number): IdTable | undefined {
  const file = openSync(path, 'r');
  try {
    const header = bytesAt(file, 0, headerLength);
    if (header?.readUInt32BE(0) !== magic || header.readUInt32BE(4) !== 2) return undefined;
    const count = header.readUInt32BE(headerLength - 4);
    // Each object has an id, a checksum and an offset; offsets of more than 31 bits stand in a table of their own, and two digests at the end.
    const longOffsets = fstatSync(file).size - headerLength - count * (idBytes + 8) - 2 * idBytes;
    if (longOffsets < 0 || longOffsets % 8 !== 0 || longOffsets > 8 * count) return undefined;
    const ids = bytesAt(file, headerLength, count * idBytes);
    return ids !== undefined && isAscending(ids, idBytes) ? { ids, idBytes } : undefined;
  } finally {
    closeSync(file);
  }
}

function bytesAt(file: number, position: number, length: number): Buffer | undefined {
  const bytes = Buffer.allocUnsafe(length);
  let filled = 0;
  while (filled < length) {
    const read = readSync(file, bytes, filled, length - filled, position + filled);
    if (read === 0) return undefined;
    filled += read;
  }
  return bytes;
}
