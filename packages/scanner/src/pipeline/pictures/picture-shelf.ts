import { writeSync } from 'node:fs';
import type { TemporaryFile } from '../../git/temporary-file.ts';
import { openTemporaryFile } from '../../git/temporary-file.ts';
import { readFully } from '../read-into-memory.ts';

/** Bytes of one image; a bitmap of an 8K screen has 133 million. */
export const mostPictureBytes = 160_000_000;

/** Bytes of all images that wait at the same time. */
const mostShelfBytes = 4 * 1024 ** 3;

/** Where the bytes of an image stand, or why they do not. Plain data. */
export type Shelved = { readonly parts: readonly { readonly offset: number; readonly length: number }[] } | { readonly unread: string };

/** A shelf for other threads of the process. Plain data; its file belongs to the thread that opened it. */
export interface SharedShelf {
  readonly descriptor: number;
  /** One 64-bit number: the offset of what comes next. */
  readonly end: SharedArrayBuffer;
}

/**
 * Keeps images that were met inside of something (an archive, a document, a stream) until it is their turn to be read: in a temporary file that has no name,
 * as recognising takes a thousand times longer than unpacking.
 */
export class PictureShelf {
  readonly shared: SharedShelf;
  readonly #end: BigInt64Array;

  constructor(shared: SharedShelf) {
    this.shared = shared;
    this.#end = new BigInt64Array(shared.end);
  }

  /** Puts an image on the shelf. */
  put(bytes: Uint8Array): Shelved {
    const writer = this.writer();
    writer.write(bytes);
    return writer.shelved;
  }

  /** Puts an image on the shelf that comes in parts. */
  writer(): { readonly write: (bytes: Uint8Array) => void; readonly shelved: Shelved } {
    const parts: { readonly offset: number; readonly length: number }[] = [];
    let size = 0;
    let unread: string | undefined;
    return {
      write: (bytes) => {
        size += bytes.length;
        if (size > mostPictureBytes) unread ??= `image of more than ${mostPictureBytes.toLocaleString('en')} bytes`;
        if (unread !== undefined) return;
        const offset = Number(Atomics.add(this.#end, 0, BigInt(bytes.length)));
        if (offset + bytes.length > mostShelfBytes) unread = `the images within archives and documents have more than ${mostShelfBytes / 1024 ** 3} GiB; scan some of them by themselves`;
        else {
          writeFully(this.shared.descriptor, bytes, offset);
          parts.push({ offset, length: bytes.length });
        }
      },
      get shelved() {
        return unread === undefined ? { parts } : { unread };
      },
    };
  }

  /** Takes the bytes of an image from the shelf; they stay there. */
  take(shelved: Shelved): Buffer | { readonly unread: string } {
    if ('unread' in shelved) return shelved;
    return Buffer.concat(shelved.parts.map(({ offset, length }) => {
      const bytes = Buffer.alloc(length);
      return bytes.subarray(0, readFully(this.shared.descriptor, bytes, offset));
    }));
  }

  /** Forgets everything: nothing that stands there is needed any more. */
  clear(): void {
    Atomics.store(this.#end, 0, 0n);
  }

  /** Bytes that stand there. */
  get size(): number {
    return Number(Atomics.load(this.#end, 0));
  }
}

/** Opens a shelf with a file of its own. */
export function openShelf(): { readonly shelf: PictureShelf; readonly close: () => void } {
  const file: TemporaryFile = openTemporaryFile();
  const shelf = new PictureShelf({ descriptor: file.descriptor, end: new SharedArrayBuffer(8) });
  return { shelf, close: () => file.close() };
}

function writeFully(descriptor: number, bytes: Uint8Array, position: number): void {
  for (let done = 0; done < bytes.length;) done += writeSync(descriptor, bytes, done, bytes.length - done, position + done);
}
