import { createRequire } from 'node:module';
import type { MessagePort, Worker } from 'node:worker_threads';
import type { ParseOptions } from './languages.ts';

export interface Question {
  readonly text: string;
  /** Tried in turn; the first without an error counts. */
  readonly ways: readonly ParseOptions[];
}

/** Loaded with the first program that is parsed. */
const threads = (): typeof import('node:worker_threads') => process.getBuiltinModule('node:worker_threads');

/** What became of a text. */
export type Parsed =
  /** The program as JSON: `{ "node": ... }`, ESTree with TypeScript's nodes; offsets are UTF-16 units. */
  | { readonly kind: 'program'; readonly json: string }
  /** No way of parsing it leads anywhere. */
  | { readonly kind: 'unreadable' }
  /** The parser crashed on it, or took too much time or memory. */
  | { readonly kind: 'failed' }
  /** There is no parser on this machine, for this reason. */
  | { readonly kind: 'missing'; readonly reason: string };

/** Milliseconds after which the relay itself is given up, which never keeps anybody waiting for long. */
const patience = 30_000;

/** Failures after which nothing more is parsed: whoever makes it fail so often does it on purpose. */
const mostFailures = 10;

/**
 * Parses by `oxc-parser` while its owner waits. Started with the first text; nobody has to end it. What is native runs in a process of
 * its own: a hundred thousand brackets, or four thousand `<`, would end this one.
 */
export class Parser {
  readonly #flag = new Int32Array(new SharedArrayBuffer(4));
  #relay: { readonly worker: Worker; readonly answers: MessagePort } | undefined;
  #missing: Extract<Parsed, { kind: 'missing' }> | undefined;
  #failures = 0;
  readonly #bindings: string | undefined;

  /** @param bindings - absolute path of the module that parses. Default: that of `oxc-parser`. */
  constructor(bindings?: string) {
    this.#bindings = bindings;
  }

  parse(question: Question): Parsed {
    if (this.#missing !== undefined) return this.#missing;
    const answer = this.#ask(question);
    if (answer.kind === 'missing') this.#missing = answer;
    if (answer.kind === 'failed' && ++this.#failures === mostFailures) this.#missing = { kind: 'missing', reason: `it has failed on ${mostFailures} files` };
    return answer;
  }

  #ask(question: Question): Parsed {
    try {
      const { worker, answers } = (this.#relay ??= this.#start());
      Atomics.store(this.#flag, 0, 0);
      worker.postMessage(question);
      Atomics.wait(this.#flag, 0, 0, patience);
      const answer = threads().receiveMessageOnPort(answers);
      return answer === undefined ? { kind: 'missing', reason: 'it does not answer' } : (answer.message as Parsed);
    } catch (error) {
      return { kind: 'missing', reason: error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error) };
    }
  }

  #start(): { readonly worker: Worker; readonly answers: MessagePort } {
    const { MessageChannel, Worker } = threads();
    const { port1, port2 } = new MessageChannel();
    const bindings = this.#bindings ?? createRequire(import.meta.url).resolve('oxc-parser/src-js/bindings');
    const worker = new Worker(new URL('./parser-relay.js', import.meta.url), {
      workerData: { bindings, answers: port2, flag: this.#flag },
      transferList: [port2],
      execArgv: [],
    });
    // Whoever waits is told by the silence.
    worker.on('error', () => undefined);
    worker.unref();
    return { worker, answers: port1 };
  }
}
