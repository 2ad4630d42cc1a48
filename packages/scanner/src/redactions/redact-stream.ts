import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { codeOf } from '../sources/failure-reason.ts';
import { logFormOf, needsMore } from './log-forms.ts';
import type { Redactor } from './redactor.ts';
import { UnredactableError } from './unredactable-error.ts';
import { Utf16Bridge } from './utf-16-bridge.ts';

/** Takes bytes; resolves when it will take more. */
export type WriteBytes = (bytes: readonly Buffer[]) => Promise<void> | void;

type Bytes = AsyncIterable<Uint8Array>;

/**
 * Redacts a stream of bytes, each line as soon as it is finished. What is in UTF-16 or compressed by gzip comes out likewise. Rejects with what reading or
 * writing rejects with.
 *
 * @param name - the path of the stream, which tells some forms.
 * @throws {UnredactableError} for what is no log; nothing has been written then, or what stands in front of the fault.
 */
export async function redactStream(redactor: Redactor, input: Bytes, name: string, write: WriteBytes): Promise<void> {
  const { head, bytes } = await headOf(input);
  if (logFormOf(head, name).kind !== 'gzip') {
    for await (const redacted of redactedText(redactor, bytes, name)) await write(redacted);
    return;
  }
  try {
    await pipeline(bytes, createGunzip(), (plain: Bytes) => unpacked(redactor, plain, name), createGzip(), async (packed: Bytes) => {
      for await (const chunk of packed) await write([bufferOf(chunk)]);
    });
  } catch (error) {
    throw codeOf(error).startsWith('Z_') ? new UnredactableError('its gzip data is damaged or cut short') : error;
  }
}

/** What is in a compressed log: text, and nothing that would have to be unpacked again. */
async function* unpacked(redactor: Redactor, plain: Bytes, name: string): AsyncGenerator<Buffer, void> {
  const { head, bytes } = await headOf(plain);
  const inner = name.replace(/\.gz$/i, '');
  if (logFormOf(head, inner).kind === 'gzip') throw new UnredactableError('it is compressed twice; unpack it first');
  for await (const redacted of redactedText(redactor, bytes, inner)) yield* redacted;
}

/** Redacts text in its own encoding. */
async function* redactedText(redactor: Redactor, input: Bytes, name: string): AsyncGenerator<readonly Buffer[], void> {
  let bridge: Utf16Bridge | undefined;
  let isFirst = true;
  for await (const chunk of input) {
    if (isFirst) {
      const form = logFormOf(bufferOf(chunk), name);
      if (form.kind === 'utf-16') bridge = new Utf16Bridge(form.encoding);
      isFirst = false;
    }
    const bytes = bufferOf(chunk);
    const finished = redactor.push(bridge === undefined ? bytes : bridge.toUtf8(bytes));
    if (finished.length > 0) yield bridge === undefined ? finished : [bridge.fromUtf8(finished)];
  }
  bridge?.end();
  const rest = redactor.end();
  if (rest.length > 0) yield bridge === undefined ? rest : [bridge.fromUtf8(rest)];
}

/** The first bytes of a stream, enough to tell what it is, and all of it. */
async function headOf(input: Bytes): Promise<{ readonly head: Buffer; readonly bytes: Bytes }> {
  const chunks = input[Symbol.asyncIterator]();
  let head: Buffer = Buffer.alloc(0);
  while (needsMore(head)) {
    const next = await chunks.next();
    if (next.done === true) break;
    head = head.length === 0 ? bufferOf(next.value) : Buffer.concat([head, next.value]);
  }
  return { head, bytes: withHead(head, chunks) };
}

async function* withHead(head: Buffer, chunks: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  if (head.length > 0) yield head;
  try {
    for (let next = await chunks.next(); next.done !== true; next = await chunks.next()) yield next.value;
  } finally {
    await chunks.return?.();
  }
}

function bufferOf({ buffer, byteOffset, length }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, length);
}
