import { pathFromBytes } from '../paths/file-path.ts';
import type { FilePath } from '../paths/file-path.ts';
import type { ByteReader } from './byte-reader.ts';
import { fill, skip } from './byte-reader.ts';
import type { ContainerFormat, Member } from './container.ts';
import { ContainerError } from './container-error.ts';
import { blockSize, isZero, parseHeader, withoutDot } from './tar/header.ts';
import { parsePaxRecords } from './tar/pax.ts';

/** Longest name or list of attributes that is kept in memory. Bytes. */
const longestExtension = 1_048_576;

/** What headers before that of a member say of it. */
interface Extension {
  readonly name?: FilePath;
  readonly size?: number;
}

/**
 * POSIX ustar and pax, GNU tar and what came before: a header of 512 bytes, the bytes of the member, the next header. Blocks of zeros between
 * members are passed over, as members may follow that somebody appended.
 */
export const tar: ContainerFormat = {
  name: 'tar',
  kind: 'archive',
  isPlain: true,
  accepts: ({ bytes }) => bytes.length >= blockSize && bytes[0] !== 0 && parseHeader(bytes.subarray(0, blockSize)) !== undefined,
  members: (bytes) => readMembers(bytes.inOrder()),
};

async function* readMembers(reader: ByteReader): AsyncGenerator<Member> {
  let extension: Extension = {};
  for (const block = Buffer.alloc(blockSize); ;) {
    const count = await fill(reader, block);
    if (count === 0) return;
    if (isZero(block.subarray(0, count))) continue;
    const header = count < blockSize ? undefined : parseHeader(block);
    if (header === undefined) throw new ContainerError('is damaged or cut short behind its last readable member');
    const { kind } = header;
    const size = extension.size ?? header.size;
    if (kind === 'pax' || kind === 'long name') {
      const text = await readExtension(reader, header.size);
      extension = kind === 'pax' ? { ...extension, ...parsePaxRecords(text) } : { ...extension, name: pathFromBytes(withoutDot(upToNul(text))) };
      continue;
    }
    if (kind === 'ignored') {
      if (await skip(reader, padded(header.size)) < header.size) throw cutShort();
      continue;
    }
    const name = extension.name ?? header.name;
    extension = {};
    // Links, folders and devices have no bytes, whatever their header says.
    if (kind === 'empty') continue;
    if (header.hasSparseMap) await skipSparseMap(reader);
    const bytes = new Stretch(reader, size);
    yield { name, bytes };
    await bytes.finish();
  }
}

const padded = (size: number): number => Math.ceil(size / blockSize) * blockSize;

/** The bytes of one member, of which a caller may leave some. */
class Stretch implements ByteReader {
  readonly #reader: ByteReader;
  readonly #padding: number;
  #left: number;

  constructor(reader: ByteReader, size: number) {
    this.#reader = reader;
    this.#left = size;
    this.#padding = padded(size) - size;
  }

  read(target: Uint8Array): number | Promise<number> {
    if (this.#left === 0) return 0;
    const given = this.#reader.read(target.subarray(0, this.#left));
    return typeof given === 'number' ? this.#take(given) : given.then((count) => this.#take(count));
  }

  #take(count: number): number {
    if (count === 0) throw cutShort();
    this.#left -= count;
    return count;
  }

  async finish(): Promise<void> {
    if (await skip(this.#reader, this.#left) < this.#left) throw cutShort();
    await skip(this.#reader, this.#padding);
  }
}

async function readExtension(reader: ByteReader, size: number): Promise<Buffer> {
  if (size > longestExtension) throw new ContainerError(`is damaged: it has a name or attributes of ${size} bytes`);
  const bytes = Buffer.alloc(padded(size));
  if (await fill(reader, bytes) < size) throw cutShort();
  return bytes.subarray(0, size);
}

/** Flag of a block of a sparse map that says that another follows (GNU tar, `struct sparse_header`). */
const moreOffset = 504;

async function skipSparseMap(reader: ByteReader): Promise<void> {
  const block = Buffer.alloc(blockSize);
  do {
    if (await fill(reader, block) < blockSize) throw cutShort();
  } while (block[moreOffset] === 1);
}

function upToNul(bytes: Buffer): Buffer {
  const end = bytes.indexOf(0);
  return end === -1 ? bytes : bytes.subarray(0, end);
}

const cutShort = (): ContainerError => new ContainerError('is cut short');
