import { ContainerError } from '../container-error.ts';
import type { RandomAccess } from '../random-access.ts';

/** Bytes in front of the first b-tree page. */
export const headerLength = 100;

/** What pages of b-trees begin with. */
export const pageTypes = { indexInterior: 0x02, tableInterior: 0x05, indexLeaf: 0x0a, tableLeaf: 0x0d } as const;

/** Longest row that is read. Bytes. */
export const longestRow = 67_108_864;

/** How often pages may be read, all in all: a page belongs to one row. What is more goes round in a ring, or is made to take for ever. */
export const readsOf = (pages: number): number => 4 * pages + 1_000;

export type TextDecoding = (bytes: Buffer) => string;

/** A page of a b-tree. */
export interface TreePage {
  readonly number: number;
  readonly bytes: Buffer;
  /** See {@link pageTypes}. */
  readonly type: number;
  /** Offsets of the cells in the page, in the order of their keys. */
  readonly cells: readonly number[];
  /** The page right of the last cell, of an interior page; else 0. */
  readonly right: number;
  /** Offset behind the pointers to cells. */
  readonly pointersEnd: number;
}

/** Pages of a database, or of what stands for one. */
export interface Pages {
  /** Bytes of a page that hold something. */
  readonly usable: number;
  readonly decode: TextDecoding;
  /** @throws ContainerError where there is no such page. */
  page(number: number): Buffer;
}

/** A database, of which a page is read when it is asked for. */
export class Database implements Pages {
  readonly usable: number;
  readonly decode: TextDecoding;
  /** Pages that the file holds. */
  readonly pageCount: number;
  /** The first page of the list of free ones, or 0. */
  readonly firstFree: number;
  readonly #bytes: RandomAccess;
  readonly #pageSize: number;
  /** B-tree pages that have been read: no page is part of two trees, or of one twice. */
  readonly #read = new Set<number>();
  #reads = 0;

  /** @throws ContainerError where the header cannot be one. */
  constructor(bytes: RandomAccess) {
    const header = Buffer.alloc(headerLength);
    if (bytes.readAt(header, 0) < headerLength) throw new ContainerError('is cut short');
    const size = header.readUInt16BE(16);
    this.#bytes = bytes;
    this.#pageSize = size === 1 ? 65_536 : size;
    this.usable = this.#pageSize - header.readUInt8(20);
    if (this.#pageSize < 512 || (this.#pageSize & (this.#pageSize - 1)) !== 0 || this.usable < 480) throw new ContainerError('is damaged: its pages have no size that pages can have');
    this.pageCount = Math.ceil(bytes.size / this.#pageSize);
    this.firstFree = header.readUInt32BE(32);
    this.decode = decodings[header.readUInt32BE(56)] ?? decodings[1];
  }

  page(number: number): Buffer {
    const page = Buffer.alloc(this.#pageSize);
    if (++this.#reads > readsOf(this.pageCount)) throw new ContainerError('is damaged: its rows share their pages');
    if (number < 1 || number > this.pageCount) throw new ContainerError('is cut short or damaged: it refers to a page that it has not');
    if (this.#bytes.readAt(page, (number - 1) * this.#pageSize) < this.#pageSize) throw new ContainerError('is cut short');
    return page;
  }

  /** @throws ContainerError where it is no page of a b-tree, or was read before. */
  treePage(number: number): TreePage {
    if (this.#read.has(number)) throw new ContainerError('is damaged: a page is part of two trees');
    this.#read.add(number);
    const page = treePageOf(this.page(number), number);
    if (page === undefined) throw new ContainerError('is damaged: a page of a table is none');
    return page;
  }

  /** Numbers of the b-tree pages that have been read. */
  get treePages(): ReadonlySet<number> {
    return this.#read;
  }
}

/** By the number in the header. */
const decodings: Readonly<Record<number, TextDecoding>> & { readonly 1: TextDecoding } = {
  1: (bytes) => bytes.toString('utf8'),
  2: (bytes) => bytes.toString('utf16le'),
  3: (bytes) => Buffer.from(bytes.subarray(0, bytes.length & ~1)).swap16().toString('utf16le'),
};

/** Reads a page as one of a b-tree; `undefined` where it is none. */
export function treePageOf(bytes: Buffer, number: number): TreePage | undefined {
  const start = number === 1 ? headerLength : 0;
  const type = bytes.readUInt8(start);
  const isInterior = type === pageTypes.indexInterior || type === pageTypes.tableInterior;
  if (!isInterior && type !== pageTypes.indexLeaf && type !== pageTypes.tableLeaf) return undefined;
  const pointers = start + (isInterior ? 12 : 8);
  const count = bytes.readUInt16BE(start + 3);
  const pointersEnd = pointers + 2 * count;
  if (pointersEnd > bytes.length) return undefined;
  const cells = Array.from({ length: count }, (_, index) => bytes.readUInt16BE(pointers + 2 * index));
  if (cells.some((cell) => cell < pointersEnd || cell + 4 > bytes.length)) return undefined;
  return { number, bytes, type, cells, right: isInterior ? bytes.readUInt32BE(start + 8) : 0, pointersEnd };
}
