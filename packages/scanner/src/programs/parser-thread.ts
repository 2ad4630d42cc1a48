import { createRequire } from 'node:module';
import type { MessagePort } from 'node:worker_threads';
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type { ParseOptions } from './languages.ts';

/** What became of a text. */
export type Parsed =
  /** The program as JSON (ESTree with TypeScript's nodes); offsets are UTF-16 units. */
  | { readonly kind: 'program'; readonly json: string }
  /** No way of parsing it leads anywhere. */
  | { readonly kind: 'unreadable' }
  /** There is no parser on this machine, for this reason. */
  | { readonly kind: 'missing'; readonly reason: string };

/**
 * Bytes of stack of the thread that parses. The parser is native code that calls itself for everything that is nested, and
 * what runs out of stack there ends the whole process: with 4 MB, 2,000 nested brackets do. Pages that are never touched
 * cost nothing, so the stack is as deep as any text that passes {@link fitsStack} can make it.
 */
const stackSize = 1024 * 1024 * 1024;

/**
 * Bytes of stack that one character can cost at most, with a margin of two. Measured with oxc-parser 0.159 by nesting 90 kinds of
 * syntax in a stack of 8 MB: a tuple type takes 2,110 bytes a bracket, a parenthesis 1,600, a label 640 a character, an
 * assignment 513. It does not matter what a character means where it stands, so nothing can hide from this.
 */
const stackOf = { bracket: 4096, other: 1024 } as const;

/** Whether the parser cannot run out of stack on a text. */
export function fitsStack(text: string): boolean {
  if (text.length * stackOf.bracket <= stackSize) return true;
  const brackets = text.match(/[([{<`]/g)?.length ?? 0;
  return brackets * stackOf.bracket + (text.length - brackets) * stackOf.other <= stackSize;
}

/** Milliseconds after which a thread that does not answer is given up. Half a megabyte takes less than 100. */
const patience = 20_000;

/** What runs in the thread. As text, so that it runs from the sources and from the bundle alike; it imports nothing but the parser. */
const body = `
const { parentPort, workerData: { bindings, answers, flag } } = require('node:worker_threads');
let parse;
let reason = '';
try {
  parse = require(bindings).parseSync;
} catch (error) {
  reason = String(error && error.message).split('\\n')[0];
}
function answerTo({ text, ways }) {
  if (parse === undefined) return { kind: 'missing', reason };
  for (const way of ways) {
    try {
      const result = parse('program', text, { ...way, astType: 'ts', preserveParens: false, showSemanticErrors: true });
      const json = result.program;
      if (result.errors.length === 0) return { kind: 'program', json };
    } catch {}
  }
  return { kind: 'unreadable' };
}
parentPort.on('message', (question) => {
  answers.postMessage(answerTo(question));
  Atomics.store(flag, 0, 1);
  Atomics.notify(flag, 0);
});`;

/** A thread that parses while its owner waits. Started with the first text; nobody has to end it. */
export class ParserThread {
  readonly #flag = new Int32Array(new SharedArrayBuffer(4));
  #worker: Worker | undefined;
  #answers: MessagePort | undefined;
  #missing: Extract<Parsed, { kind: 'missing' }> | undefined;

  /** @param ways - tried in turn; the first without an error counts. */
  parse(text: string, ways: readonly ParseOptions[]): Parsed {
    if (this.#missing !== undefined) return this.#missing;
    const answer = this.#ask({ text, ways });
    if (answer.kind === 'missing') this.#missing = answer;
    return answer;
  }

  #ask(question: { readonly text: string; readonly ways: readonly ParseOptions[] }): Parsed {
    try {
      this.#worker ??= this.#start();
      Atomics.store(this.#flag, 0, 0);
      this.#worker.postMessage(question);
      Atomics.wait(this.#flag, 0, 0, patience);
      const answer = this.#answers && receiveMessageOnPort(this.#answers);
      return answer === undefined ? { kind: 'missing', reason: 'the thread that runs it does not answer' } : (answer.message as Parsed);
    } catch (error) {
      return { kind: 'missing', reason: error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error) };
    }
  }

  #start(): Worker {
    const { port1, port2 } = new MessageChannel();
    // Resolved here and not in the thread, which would look for it from the working directory: in the repository that is scanned.
    const bindings = createRequire(import.meta.url).resolve('oxc-parser/src-js/bindings');
    const worker = new Worker(body, {
      eval: true,
      workerData: { bindings, answers: port2, flag: this.#flag },
      transferList: [port2],
      execArgv: [],
      resourceLimits: { stackSizeMb: stackSize / 1024 / 1024 },
    });
    // Whoever waits is told by the silence.
    worker.on('error', () => undefined);
    worker.unref();
    this.#answers = port1;
    return worker;
  }
}
