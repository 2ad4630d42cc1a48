import { ContainerError } from '../container-error.ts';
import type { Pages } from './database.ts';
import { longestRow, pageTypes } from './database.ts';

/** Reads a variable-length integer of one to nine bytes. What is more than 2^53 is more than anything that is counted here. */
function varintAt(bytes: Buffer, at: number): { readonly value: number; readonly end: number } {
  let value = 0;
  for (let index = 0; index < 9; index++) {
    const byte = bytes[at + index];
    if (byte === undefined) throw new ContainerError('is damaged: a number in a row is cut short');
    value = index === 8 ? value * 256 + byte : value * 128 + (byte & 0x7f);
    if (byte < 0x80) return { value, end: at + index + 1 };
  }
  return { value, end: at + 9 };
}

/**
 * The bytes of a record whose cell stands at an offset, put together from the page and the chain of overflow pages.
 *
 * @param type - of the page, see `pageTypes`.
 */
export function payloadAt(pages: Pages, bytes: Buffer, type: number, cell: number): Buffer {
  const { value: length, end } = varintAt(bytes, type === pageTypes.indexInterior ? cell + 4 : cell);
  const start = type === pageTypes.tableLeaf ? varintAt(bytes, end).end : end;
  if (length > longestRow) throw new ContainerError(`has a row of ${length} bytes, and the longest that is read has ${longestRow}`);
  const { usable } = pages;
  // How much stays on the page: https://www.sqlite.org/fileformat2.html, "B-tree Pages".
  const most = type === pageTypes.tableLeaf ? usable - 35 : Math.floor(((usable - 12) * 64) / 255) - 23;
  const least = Math.floor(((usable - 12) * 32) / 255) - 23;
  const kept = least + ((length - least) % (usable - 4));
  const local = length <= most ? length : kept <= most ? kept : least;
  if (start + local > bytes.length) throw new ContainerError('is damaged: a row goes beyond its page');
  if (local === length) return bytes.subarray(start, start + length);
  const payload = Buffer.alloc(length);
  bytes.copy(payload, 0, start, start + local);
  let at = local;
  for (let number = bytes.readUInt32BE(start + local); at < length;) {
    if (number === 0) throw new ContainerError('is damaged: a row ends before its length');
    const page = pages.page(number);
    at += page.copy(payload, at, 4, Math.min(usable, 4 + length - at));
    number = page.readUInt32BE(0);
  }
  return payload;
}

/** A column of a record. */
export interface Column {
  /** The serial type: from 12 on data (even) or text (odd), below a number. */
  readonly type: number;
  readonly bytes: Buffer;
}

/** The columns of a record, in order. */
export function* columnsIn(payload: Buffer): Generator<Column> {
  const { value: headerEnd, end: first } = varintAt(payload, 0);
  let at = headerEnd;
  for (let header = first; header < headerEnd;) {
    const { value: type, end } = varintAt(payload, header);
    header = end;
    const length = type >= 12 ? Math.floor((type - 12) / 2) : numberSizes[type] ?? 0;
    if (at + length > payload.length) throw new ContainerError('is damaged: a column goes beyond its row');
    yield { type, bytes: payload.subarray(at, at + length) };
    at += length;
  }
}

/** Bytes of numbers, by their serial type; NULL, 0 and 1 have none. */
const numberSizes = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0];

/** The texts of a record, each at the place of its column; data that reads as text is one. `undefined` where there is no text. */
export function textsIn({ decode }: Pages, payload: Buffer): readonly (string | undefined)[] {
  return [...columnsIn(payload)].map(({ type, bytes }) => (type < 12 ? undefined : type % 2 === 1 ? decode(bytes) : textOfData(bytes)));
}

function textOfData(bytes: Buffer): string | undefined {
  if (bytes.includes(0)) return undefined;
  const text = bytes.toString('utf8');
  return text.includes('\uFFFD') ? undefined : text;
}
