import type { IncomingMessage } from 'node:http';
import type { ByteReader } from '../../containers/byte-reader.ts';

/** The bytes of a body as they come. Where no more come, for whatever reason, it is at its end: what was compressed is unpacked as far as it goes. */
export class ReceivedBody implements ByteReader {
  /** Why there is no more. */
  failure: unknown;
  readonly #chunks: AsyncIterator<Uint8Array>;
  readonly #onBytes: () => void;
  #rest: Uint8Array = new Uint8Array(0);

  constructor(response: IncomingMessage, onBytes: () => void) {
    this.#chunks = (response as AsyncIterable<Uint8Array>)[Symbol.asyncIterator]();
    this.#onBytes = onBytes;
  }

  async read(target: Uint8Array): Promise<number> {
    while (this.#rest.length === 0 && this.failure === undefined) {
      try {
        const next = await this.#chunks.next();
        if (next.done === true) return 0;
        this.#rest = next.value;
        this.#onBytes();
      } catch (error) {
        this.failure = error;
      }
    }
    const count = Math.min(target.length, this.#rest.length);
    target.set(this.#rest.subarray(0, count));
    this.#rest = this.#rest.subarray(count);
    return count;
  }
}
