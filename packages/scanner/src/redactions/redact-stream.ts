import type { Redactor } from './redactor.ts';

/** Takes bytes; resolves when it will take more. */
export type WriteBytes = (bytes: readonly Buffer[]) => Promise<void> | void;

/** Redacts a stream of bytes, each line as soon as it is finished. Rejects with what reading or writing rejects with. */
export async function redactStream(redactor: Redactor, input: AsyncIterable<Uint8Array>, write: WriteBytes): Promise<void> {
  for await (const chunk of input) {
    const finished = redactor.push(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length));
    if (finished.length > 0) await write(finished);
  }
  const rest = redactor.end();
  if (rest.length > 0) await write(rest);
}
