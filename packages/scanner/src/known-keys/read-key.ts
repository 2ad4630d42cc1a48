import type { ReadStream } from 'node:tty';
import { PolicyError } from '@submit-guard/core';

/** What a key comes from: a terminal, a pipe or a file. */
export type KeyInput = NodeJS.ReadableStream & Partial<Pick<ReadStream, 'isTTY' | 'setRawMode'>>;

const ctrlC = '\u0003';
const ctrlD = '\u0004';
const ctrlU = '\u0015';
const escape = '\u001b';

/** A bearer token is one line; what is longer is something else. Bytes. */
const longestInput = 65_536;

/** The person at the terminal has thought better of it. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

/**
 * Reads one key: from a terminal without echo after a prompt, else from the whole of standard input, of which a line end
 * at the end is dropped.
 *
 * @param prompt - called with what to show, which is never a part of the key.
 * @throws {Cancelled} after Ctrl-C or Ctrl-D.
 * @throws {PolicyError} where the input is no line of text.
 */
export async function readKey(input: KeyInput, prompt: (text: string) => void): Promise<string> {
  if (input.isTTY === true && input.setRawMode !== undefined) return readHidden(input, prompt);
  const chunks: Buffer[] = [];
  let total = 0;
  for await (const chunk of input) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    total += bytes.length;
    if (total > longestInput) throw new PolicyError('What came in on standard input is too long for a key. Pass one key and nothing else.');
    chunks.push(bytes);
  }
  const text = Buffer.concat(chunks).toString('utf8').replace(/^\uFEFF/, '').replace(/\r?\n$/, '');
  if (/[\r\n]/.test(text)) throw new PolicyError('More than one line came in on standard input. Pass one key and nothing else.');
  return text;
}

async function readHidden(input: KeyInput, prompt: (text: string) => void): Promise<string> {
  input.setRawMode?.(true);
  try {
    // Only now nothing is echoed: what is pasted upon the prompt stays hidden.
    prompt('Key (not shown): ');
    return await readLine(input);
  } finally {
    input.setRawMode?.(false);
    prompt('\n');
  }
}

function readLine(input: KeyInput): Promise<string> {
  return new Promise((resolve, reject) => {
    const line = new HiddenLine();
    const finish = (settle: () => void): void => {
      input.off('data', take);
      input.off('end', end);
      input.pause();
      settle();
    };
    const end = (): void => finish(() => reject(new Cancelled()));
    const take = (chunk: Buffer | string): void => {
      for (const char of chunk.toString('utf8')) {
        const state = line.type(char);
        if (state === 'done') return finish(() => resolve(line.text));
        if (state === 'cancelled') return finish(() => reject(new Cancelled()));
      }
    };
    input.on('data', take);
    input.on('end', end);
    input.resume();
  });
}

/** A line of input with the few keys that people use while they type blindly. */
class HiddenLine {
  text = '';
  #sequence: 'none' | 'escape' | 'control' = 'none';

  type(char: string): 'open' | 'done' | 'cancelled' {
    if (this.#sequence !== 'none') this.#skip(char);
    else if (char === '\r' || char === '\n') return 'done';
    else if (char === ctrlC || (char === ctrlD && this.text === '')) return 'cancelled';
    else if (char === ctrlD) return 'done';
    else if (char === ctrlU) this.text = '';
    else if (char === '\u007f' || char === '\b') this.text = [...this.text].slice(0, -1).join('');
    else if (char === escape) this.#sequence = 'escape';
    else if (char >= ' ' && this.text.length < longestInput) this.text += char;
    return 'open';
  }

  /** Arrow keys and the marks of a bracketed paste are no part of a key (ECMA-48: CSI ... final byte). */
  #skip(char: string): void {
    if (this.#sequence === 'escape') this.#sequence = char === '[' ? 'control' : 'none';
    else if (char >= '@' && char <= '~') this.#sequence = 'none';
  }
}
