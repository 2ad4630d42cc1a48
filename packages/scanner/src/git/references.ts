import type { KnownIds } from './known-ids.ts';
import { knowsId } from './known-ids.ts';
import type { ObjectKind } from './object-kinds.ts';

const lineFeed = 0x0a;

/** The mode of a submodule, whose commit is in another repository. */
const link = /^16[0-7]{4}$/;

/**
 * Whether all that an object refers to is among known objects. What is no object of its kind refers to what nobody knows.
 *
 * @param bytes - the object.
 */
export function refersToKnown(kind: ObjectKind, bytes: Buffer, known: KnownIds): boolean {
  switch (kind) {
    case 'blob': return true;
    case 'tag': return behindLine(bytes, 0, 'object ', known) !== -1;
    case 'commit': return commitRefersToKnown(bytes, known);
    case 'tree': return treeRefersToKnown(bytes, known);
  }
}

/** A commit begins with the line of its tree; lines of its parents follow. */
function commitRefersToKnown(bytes: Buffer, known: KnownIds): boolean {
  let at = behindLine(bytes, 0, 'tree ', known);
  while (at !== -1 && beginsWith(bytes, at, 'parent ')) at = behindLine(bytes, at, 'parent ', known);
  return at !== -1;
}

/** The offset behind a line that consists of a word and a known id; -1 where there is none. */
function behindLine(bytes: Buffer, at: number, word: string, known: KnownIds): number {
  const start = at + word.length;
  const end = start + 2 * known.idBytes;
  return beginsWith(bytes, at, word) && bytes[end] === lineFeed && isId(bytes, start, end) && knowsId(known, id, 0) ? end + 1 : -1;
}

function beginsWith(bytes: Buffer, at: number, word: string): boolean {
  for (let index = 0; index < word.length; index++) if (bytes[at + index] !== word.charCodeAt(index)) return false;
  return true;
}

/** Room for the longest id. */
const id = new Uint8Array(32);

/** Takes a number in hexadecimal for an id. @returns whether it is one. */
function isId(bytes: Buffer, start: number, end: number): boolean {
  for (let at = start; at < end; at += 2) {
    const byte = (digitOf(bytes[at] ?? 0) << 4) | digitOf(bytes[at + 1] ?? 0);
    if (byte < 0) return false;
    id[(at - start) >> 1] = byte;
  }
  return true;
}

/** The value of a digit, or -1; git writes small letters. */
function digitOf(code: number): number {
  return code >= 0x30 && code <= 0x39 ? code - 0x30 : code >= 0x61 && code <= 0x66 ? code - 0x57 : -1;
}

function treeRefersToKnown(bytes: Buffer, known: KnownIds): boolean {
  for (let at = 0; at < bytes.length;) {
    const space = bytes.indexOf(0x20, at);
    const id = bytes.indexOf(0, at) + 1;
    const next = id + known.idBytes;
    if (space === -1 || space >= id || id === 0 || next > bytes.length) return false;
    if (!link.test(bytes.toString('latin1', at, space)) && !knowsId(known, bytes, id)) return false;
    at = next;
  }
  return true;
}
