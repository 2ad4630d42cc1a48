import type { ContainerFormat, Member } from './container.ts';
import { ContainerError } from './container-error.ts';
import type { RandomAccess } from './random-access.ts';
import { readerBetween } from './random-access.ts';

/** Two pickles of Chromium: the length of the header, and the header itself. */
const prefixLength = 16;

/** Longest header that is parsed, that of some hundred thousand files. Bytes. */
const longestHeader = 16_777_216;

/** How deep folders may lie. */
const deepest = 256;

/** The archives of Electron (github.com/electron/asar): a JSON header, and the bytes of all files behind it. */
export const asar: ContainerFormat = {
  name: 'asar',
  kind: 'archive',
  accepts: ({ bytes }) => bytes.length > prefixLength && bytes.readUInt32LE(0) === 4 && /^\{\s*"files"/.test(bytes.toString('latin1', prefixLength, prefixLength + 64)),
  async *members(container) {
    const bytes = await container.anywhere();
    const { start, files } = readHeader(bytes);
    for (const { name, offset, size } of entriesOf(files, '', 0)) {
      const from = start + offset;
      if (from + size > bytes.size) yield { name, closed: 'unread', reason: 'is cut short' };
      else yield { name, bytes: readerBetween(bytes, from, from + size) } satisfies Member;
    }
  },
};

function readHeader(bytes: RandomAccess): { readonly start: number; readonly files: unknown } {
  const prefix = Buffer.alloc(prefixLength);
  bytes.readAt(prefix, 0);
  const headerSize = prefix.readUInt32LE(4);
  const textSize = prefix.readUInt32LE(12);
  if (textSize > longestHeader) throw new ContainerError(`has a header of ${textSize} bytes, which is more than is read`);
  const text = Buffer.alloc(textSize);
  if (bytes.readAt(text, prefixLength) < textSize) throw new ContainerError('is cut short');
  try {
    return { start: 8 + headerSize, files: JSON.parse(text.toString('utf8')) };
  } catch {
    throw new ContainerError('is damaged: its header is no JSON');
  }
}

interface Entry {
  readonly name: string;
  /** Bytes from the first file on. */
  readonly offset: number;
  readonly size: number;
}

/** The files of a header. Those that are unpacked next to the archive, and links, have no bytes in it. */
function* entriesOf(folder: unknown, path: string, depth: number): Generator<Entry> {
  if (depth > deepest) throw new ContainerError(`is damaged: its folders lie more than ${deepest} deep`);
  const { files } = recordOf(folder);
  for (const [own, entry] of Object.entries(recordOf(files))) {
    const name = path === '' ? own : `${path}/${own}`;
    const { files: inner, offset, size, unpacked, link } = recordOf(entry);
    if (inner !== undefined) yield* entriesOf(entry, name, depth + 1);
    else if (unpacked !== true && link === undefined) {
      const [from, length] = [Number(offset), Number(size)];
      if (!Number.isSafeInteger(from) || !Number.isSafeInteger(length) || from < 0 || length < 0) throw new ContainerError('is damaged: it has a file of no size');
      yield { name, offset: from, size: length };
    }
  }
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? value as Readonly<Record<string, unknown>> : {};
}
