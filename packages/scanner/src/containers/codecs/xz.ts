import { ReadableStream } from 'node:stream/web';
import type { ByteReader } from '../byte-reader.ts';
import { fill } from '../byte-reader.ts';
import type { ContainerFormat } from '../container.ts';
import { ContainerError } from '../container-error.ts';
import { compressedFormat } from './compressed.ts';
import { readBlocks } from './block-reader.ts';

const inputSize = 65_536;

/** The decoder has one place to work in, and makes a second stream wait until the first has ended: one within another would wait forever. */
let isBusy = false;

const accepts: ContainerFormat['accepts'] = ({ bytes }) => bytes.toString('latin1', 0, 6) === '\xfd7zXZ\0';

/** The .xz file format: one stream or several, one behind the other. */
export const xz = compressedFormat({ name: 'xz', accepts, inOrder: xzReader });

export function xzReader(input: ByteReader): ByteReader {
  if (isBusy) throw new ContainerError('lies in another xz file, which is not read');
  isBusy = true;
  let failure: ContainerError | undefined;
  let output: ReadableStreamDefaultReader<Uint8Array> | undefined;
  let isOver = false;
  const compressed = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const chunk = new Uint8Array(inputSize);
      let count = 0;
      try {
        count = await fill(input, chunk);
      } catch (error) {
        if (!(error instanceof ContainerError)) throw error;
        failure = error;
      }
      if (count > 0) controller.enqueue(chunk.subarray(0, count));
      else controller.close();
    },
  });
  const blocks = readBlocks(async () => {
    if (isOver) return undefined;
    output ??= await openXz(compressed);
    try {
      const { done, value } = await output.read();
      isOver = done;
      return value;
    } catch {
      isOver = true;
      throw failure ?? new ContainerError('is damaged, is cut short, or uses a filter that is not decoded');
    }
  });
  return {
    read: (target) => blocks.read(target),
    close() {
      isBusy = false;
      output?.cancel().catch(() => undefined);
    },
  };
}

/** The decoder is some 20 kB that few scans need. */
async function openXz(compressed: ReadableStream<Uint8Array>): Promise<ReadableStreamDefaultReader<Uint8Array>> {
  const { default: { XzReadableStream } } = await import('xz-decompress');
  return new XzReadableStream(compressed).getReader();
}
