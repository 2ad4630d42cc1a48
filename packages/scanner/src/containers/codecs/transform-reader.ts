import type { Transform } from 'node:stream';
import type { ByteReader } from '../byte-reader.ts';
import { fill } from '../byte-reader.ts';
import { ContainerError } from '../container-error.ts';

/** Bytes that are given to a transform at once. */
const inputSize = 65_536;

/** Bytes that a transform is asked for at once. The more, the less often threads wait for each other. */
export const outputSize = 262_144;

/**
 * Gives what a transform of `node:zlib` makes of bytes; it works on other threads meanwhile. Whatever comes out before an error is given
 * before the error is thrown.
 *
 * @param reasonOf - says in words what a code of an error means.
 */
export function readThrough(input: ByteReader, transform: Transform, reasonOf: (code: string) => string): ByteReader {
  let failure: Error | undefined;
  let isOver = false;
  let wake = (): void => undefined;
  let resume = (): void => undefined;
  let rest: Uint8Array = new Uint8Array(0);
  transform.on('readable', () => wake());
  for (const event of ['drain', 'close'] as const) transform.on(event, () => resume());
  for (const event of ['end', 'close'] as const) {
    transform.on(event, () => {
      isOver = true;
      wake();
    });
  }
  transform.on('error', (error) => {
    failure ??= error instanceof ContainerError ? error : new ContainerError(reasonOf('code' in error ? String(error.code) : ''));
    wake();
  });
  const pump = async (): Promise<void> => {
    for (;;) {
      // The transform keeps what it is given until it has come to it.
      const chunk = new Uint8Array(inputSize);
      const count = await fill(input, chunk);
      if (transform.destroyed) return;
      if (count < inputSize) {
        transform.end(chunk.subarray(0, count));
        return;
      }
      if (!transform.write(chunk)) {
        await new Promise<void>((resolve) => {
          resume = resolve;
        });
      }
    }
  };
  let isPumping = false;
  return {
    async read(target) {
      if (!isPumping) {
        isPumping = true;
        pump().catch((error: unknown) => transform.destroy(error instanceof Error ? error : new Error(String(error))));
      }
      for (;;) {
        if (rest.length === 0) rest = nextChunk(transform);
        if (rest.length > 0) {
          const count = Math.min(rest.length, target.length);
          target.set(rest.subarray(0, count));
          rest = rest.subarray(count);
          return count;
        }
        if (failure !== undefined) throw failure;
        if (isOver) return 0;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
    close() {
      transform.destroy();
    },
  };
}

/** Whatever there is, also where the transform has failed behind it. */
function nextChunk(transform: Transform): Uint8Array {
  const chunk: unknown = transform.read();
  return chunk instanceof Uint8Array ? chunk : new Uint8Array(0);
}
