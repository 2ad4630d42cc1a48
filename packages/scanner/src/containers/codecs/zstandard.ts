import type { ByteReader } from '../byte-reader.ts';
import { fill } from '../byte-reader.ts';
import { ContainerError } from '../container-error.ts';
import { readBlocks } from './block-reader.ts';
import { compressedFormat } from './compressed.ts';
import { codeOf } from './error-code.ts';

const frameMagic = 0xfd2fb528;

/** Bytes that are decoded at once. */
const inputSize = 65_536;

/**
 * RFC 8878: one frame or several, one behind the other. Windows of more than 128 MiB are not decoded, as with `zstd -d`. Text that does not get shorter stands in its bytes
 * in pieces, which make other values of the same keys.
 */
export const zstandard = compressedFormat({
  name: 'zstd',
  accepts: ({ bytes }) => bytes.length >= 4 && bytes.readUInt32LE(0) === frameMagic,
  isComplete: true,
  inOrder: zstandardReader,
});

export function zstandardReader(input: ByteReader): ByteReader {
  const pending: Uint8Array[] = [];
  let blocks: Generator<Uint8Array, unknown> | undefined;
  const reader = readBlocks(async () => {
    // The decoder asks for its input at once, and for no more than one part before it gives something.
    const part = new Uint8Array(inputSize);
    const count = pending.length > 0 ? 0 : await fill(input, part);
    if (count > 0) pending.push(part.subarray(0, count));
    blocks ??= await decode(taken(pending));
    try {
      const block = blocks.next();
      return block.done === true ? undefined : block.value;
    } catch (error) {
      throw new ContainerError(reasonOf(error));
    }
  });
  return {
    read: (target) => reader.read(target),
    close() {
      blocks?.return(undefined);
    },
  };
}

function* taken(parts: Uint8Array[]): Generator<Uint8Array> {
  for (let part = parts.pop(); part !== undefined; part = parts.pop()) yield part;
}

/** The decoder is 85 kB that few scans need. */
async function decode(parts: Iterable<Uint8Array>): Promise<Generator<Uint8Array, unknown>> {
  const { ZSTDDecoder } = await import('zstddec/stream');
  const decoder = new ZSTDDecoder();
  await decoder.init();
  return decoder.decodeStreaming(parts);
}

/** Codes of `zstd_errors.h`. */
const words: Readonly<Record<string, string>> = {
  16: 'needs a window of more than 128 MiB to be unpacked, which is not read',
  32: 'needs a dictionary that is not in it',
  64: 'needs too much memory',
};

function reasonOf(error: unknown): string {
  const code = codeOf(error);
  return code === '' ? 'is cut short' : words[code] ?? 'is damaged';
}
