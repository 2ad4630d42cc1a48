/** Gives bytes in order. */
export interface ByteReader {
  /** Fills the beginning of `target`, at least one byte of it. @returns the number of bytes, 0 at the end. */
  read(target: Uint8Array): number | Promise<number>;
  /** Gives back what it holds; nothing is read after it. Absent where it holds nothing. */
  close?(): void;
}

/** Reads until `target` is full or there is nothing more. @returns the number of bytes. */
export async function fill(reader: ByteReader, target: Uint8Array): Promise<number> {
  let length = 0;
  while (length < target.length) {
    const given = reader.read(target.subarray(length));
    // Most readers have the bytes at hand, and a wait costs more than a copy.
    const count = typeof given === 'number' ? given : await given;
    if (count === 0) break;
    length += count;
  }
  return length;
}

/** Gives bytes that are in memory. */
export function readerOf(bytes: Uint8Array): ByteReader {
  let at = 0;
  return {
    read(target) {
      const count = Math.min(target.length, bytes.length - at);
      target.set(bytes.subarray(at, at + count));
      at += count;
      return count;
    },
  };
}

/** Gives bytes that were taken out of a reader already, and then the rest of it. */
export function prefixed(bytes: Uint8Array, rest: ByteReader): ByteReader {
  const first = readerOf(bytes);
  let isPast = false;
  return {
    read(target) {
      const count = isPast ? 0 : Number(first.read(target));
      isPast ||= count === 0;
      return isPast ? rest.read(target) : count;
    },
  };
}

/** Gives the bytes of a reader, and tells somebody else of them. @param write - nobody is told where it is absent. */
export function copiedTo(write: ((bytes: Uint8Array) => void) | undefined, reader: ByteReader): ByteReader {
  if (write === undefined) return reader;
  return {
    async read(target) {
      const count = await reader.read(target);
      write(target.subarray(0, count));
      return count;
    },
  };
}

/** Bytes that are given at once where they are not needed. */
const passed = 65_536;

/** Reads so many bytes and forgets them. @returns how many there were. */
export async function skip(reader: ByteReader, length: number): Promise<number> {
  const target = new Uint8Array(Math.min(length, passed));
  let skipped = 0;
  while (skipped < length) {
    const given = reader.read(target.subarray(0, Math.min(passed, length - skipped)));
    const count = typeof given === 'number' ? given : await given;
    if (count === 0) break;
    skipped += count;
  }
  return skipped;
}
