import { ContainerError } from '../container-error.ts';
import type { RandomAccess } from '../random-access.ts';
import type { Pages, TextDecoding } from './database.ts';
import { pageTypes, readsOf, treePageOf } from './database.ts';
import { payloadAt, textsIn } from './records.ts';
import { lineOf } from './tables.ts';

const headerLength = 32;
const frameHeaderLength = 24;

/** Whether bytes are the first of a write-ahead log: its magic number, one for each order of bytes in checksums. */
export function beginsLog(head: Buffer): boolean {
  return head.length >= headerLength && (head.readUInt32BE(0) & ~1) >>> 0 === 0x377f0682;
}

/**
 * The rows on the pages of a log, each as a list of its texts. Frames of earlier rounds, whose salt is not that of the log, are read, too: what
 * they hold is still there.
 *
 * @throws ContainerError where the log cannot be one.
 */
export function* pagesOfLog(bytes: RandomAccess): Generator<string> {
  const header = Buffer.alloc(headerLength);
  bytes.readAt(header, 0);
  const pageSize = header.readUInt32BE(8);
  if (pageSize < 512 || pageSize > 65_536 || (pageSize & (pageSize - 1)) !== 0) throw new ContainerError('is damaged: its pages have no size that pages can have');
  const frames = Math.floor((bytes.size - headerLength) / (frameHeaderLength + pageSize));
  const pageOfFrame = (frame: number): Buffer => {
    const page = Buffer.alloc(pageSize);
    bytes.readAt(page, headerLength + frame * (frameHeaderLength + pageSize) + frameHeaderLength);
    return page;
  };
  const numbers = numbersOfPages(bytes, frames, pageSize);
  const latest = new Map(numbers.map((number, frame) => [number, frame]));
  let reads = 0;
  const pages: Pages = {
    usable: pageSize,
    decode: decodeAny,
    page(number) {
      if (++reads > readsOf(frames)) throw new ContainerError('is damaged: its rows share their pages');
      const frame = latest.get(number);
      if (frame !== undefined) return pageOfFrame(frame);
      // It stands in the database only: bytes without text, and as many as are wanted.
      const unknown = Buffer.alloc(pageSize);
      unknown.writeUInt32BE(number);
      return unknown;
    },
  };
  for (let frame = 0; frame < frames; frame++) {
    const page = treePageOf(pageOfFrame(frame), numbers[frame] ?? 0);
    if (page === undefined || page.type === pageTypes.tableInterior) continue;
    for (const cell of page.cells) yield* rowAt(pages, page.bytes, page.type, cell);
    if (reads > readsOf(frames)) throw new ContainerError('is damaged: its rows share their pages');
  }
}

/** The number of the page in each frame. */
function numbersOfPages(bytes: RandomAccess, frames: number, pageSize: number): readonly number[] {
  const head = Buffer.alloc(4);
  return Array.from({ length: frames }, (_, frame) => {
    bytes.readAt(head, headerLength + frame * (frameHeaderLength + pageSize));
    return head.readUInt32BE(0);
  });
}

/** A row, or nothing where a page is none of rows: one that continues a row may begin like it. */
function* rowAt(pages: Pages, bytes: Buffer, type: number, cell: number): Generator<string> {
  try {
    yield lineOf(textsIn(pages, payloadAt(pages, bytes, type, cell)), []);
  } catch (error) {
    if (!(error instanceof ContainerError)) throw error;
  }
}

/** The log does not say which encoding texts have: NUL bytes of Latin letters tell. */
const decodeAny: TextDecoding = (bytes) => {
  if (bytes.length >= 2 && bytes[1] === 0) return bytes.toString('utf16le');
  if (bytes.length >= 2 && bytes[0] === 0) return Buffer.from(bytes.subarray(0, bytes.length & ~1)).swap16().toString('utf16le');
  return bytes.toString('utf8');
};
