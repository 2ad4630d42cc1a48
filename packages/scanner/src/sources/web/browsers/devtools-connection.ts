import type { Readable, Writable } from 'node:stream';

/** An event of the DevTools protocol, or an answer to a command. */
export interface DevtoolsEvent {
  readonly method: string;
  readonly params: Record<string, unknown>;
  /** Of the page, frame or worker that it comes from; absent where it is the browser's own. */
  readonly sessionId?: string;
}

interface Answer {
  readonly id: number;
  readonly result?: Record<string, unknown>;
  readonly error?: { readonly message: string };
}

/** The browser is gone, or refuses a command. The message quotes nothing of a page. */
class DevtoolsError extends Error {
  override readonly name = 'DevtoolsError';
}

/** Bytes of one message; a browser that says more at once is not believed. */
const longestMessage = 256 * 1024 * 1024;

/**
 * The DevTools protocol over a pair of pipes (`--remote-debugging-pipe`): JSON messages that end with a NUL byte. No port is opened, so
 * that no other program of the machine can get at the browser, and the browser ends when this process does.
 *
 * @see https://chromedevtools.github.io/devtools-protocol/
 */
export class DevtoolsConnection {
  readonly #toBrowser: Writable;
  readonly #waiting = new Map<number, { resolve: (result: Record<string, unknown>) => void; reject: (error: Error) => void }>();
  readonly #onEvent: (event: DevtoolsEvent) => void;
  #next = 1;
  #isClosed = false;
  #parts: Buffer[] = [];
  #length = 0;

  /** @param onEvent - called for every event, in order; must not throw. */
  constructor(toBrowser: Writable, fromBrowser: Readable, onEvent: (event: DevtoolsEvent) => void) {
    this.#toBrowser = toBrowser;
    this.#onEvent = onEvent;
    fromBrowser.on('data', (chunk: Buffer) => this.#take(chunk));
    for (const stream of [toBrowser, fromBrowser]) {
      stream.on('error', () => this.close());
      stream.on('close', () => this.close());
    }
  }

  /** @throws {DevtoolsError} where the browser refuses, or is gone before it answers. */
  send(method: string, params: Readonly<Record<string, unknown>> = {}, sessionId?: string): Promise<Record<string, unknown>> {
    if (this.#isClosed) return Promise.reject(new DevtoolsError('the browser is gone'));
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#toBrowser.write(`${JSON.stringify({ id, method, params, ...(sessionId !== undefined && { sessionId }) })}\0`);
    });
  }

  /** Ends the connection: whoever waits for an answer gets an error. */
  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    for (const { reject } of this.#waiting.values()) reject(new DevtoolsError('the browser is gone'));
    this.#waiting.clear();
    this.#toBrowser.destroy();
  }

  #take(chunk: Buffer): void {
    let from = 0;
    for (let end = chunk.indexOf(0); end !== -1; end = chunk.indexOf(0, from)) {
      const message = Buffer.concat([...this.#parts, chunk.subarray(from, end)]).toString('utf8');
      this.#parts = [];
      this.#length = 0;
      from = end + 1;
      this.#hear(JSON.parse(message) as Answer | DevtoolsEvent);
    }
    if (from === chunk.length) return;
    this.#parts.push(chunk.subarray(from));
    this.#length += chunk.length - from;
    if (this.#length > longestMessage) this.close();
  }

  #hear(message: Answer | DevtoolsEvent): void {
    if ('method' in message) {
      this.#onEvent(message);
      return;
    }
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.error === undefined) waiting?.resolve(message.result ?? {});
    else waiting?.reject(new DevtoolsError(`the browser refused (${message.error.message})`));
  }
}
