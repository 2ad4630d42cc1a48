import type { Database } from './database.ts';
import { headerLength, treePageOf } from './database.ts';

/** Control characters, and what stands for bytes that are no text. */
// eslint-disable-next-line no-control-regex -- they keep texts apart
const noText = /[\u0000-\u001f\u007f\uFFFD]+/g;

/**
 * The texts where nothing stands any more in a database: on pages that are free, and on the free parts of those of tables that have been read. Rows that
 * were deleted are there until something else takes their place, their columns without a border between them.
 */
export function* freeSpaceIn(database: Database): Generator<string> {
  for (const block of freeBlocks(database)) {
    const text = database.decode(block).replace(noText, '\n');
    if (text.trim() !== '') yield `${text}\n`;
  }
}

function* freeBlocks(database: Database): Generator<Buffer> {
  for (const number of database.treePages) {
    const page = treePageOf(database.page(number), number);
    if (page === undefined) continue;
    const { bytes, pointersEnd, cells } = page;
    yield bytes.subarray(pointersEnd, Math.min(database.usable, ...cells));
    yield* freeBlocksOn(bytes, number === 1 ? headerLength : 0);
  }
  for (const number of freePages(database)) yield database.page(number);
}

/** The chain of blocks between cells: each begins with the offset of the next and its own length. */
function* freeBlocksOn(bytes: Buffer, start: number): Generator<Buffer> {
  let last = 0;
  for (let at = bytes.readUInt16BE(start + 1); at > last && at + 4 <= bytes.length; at = bytes.readUInt16BE(at)) {
    last = at;
    yield bytes.subarray(at + 4, at + bytes.readUInt16BE(at + 2));
  }
}

/** Numbers of the pages on the list of free ones: trunks, and the leaves that these name. */
function* freePages(database: Database): Generator<number> {
  const seen = new Set<number>(database.treePages);
  for (let trunk = database.firstFree; trunk > 0 && trunk <= database.pageCount && !seen.has(trunk);) {
    seen.add(trunk);
    yield trunk;
    const bytes = database.page(trunk);
    const count = Math.min(bytes.readUInt32BE(4), (database.usable - 8) / 4);
    for (let index = 0; index < count; index++) {
      const leaf = bytes.readUInt32BE(8 + 4 * index);
      if (leaf < 1 || leaf > database.pageCount || seen.has(leaf)) continue;
      seen.add(leaf);
      yield leaf;
    }
    trunk = bytes.readUInt32BE(0);
  }
}
