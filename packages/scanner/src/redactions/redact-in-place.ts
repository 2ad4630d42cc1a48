import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, realpath, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { redactStream } from './redact-stream.ts';
import type { Redactor } from './redactor.ts';

/** Bytes that are read at once. */
const portion = 262_144;

/** The bytes of a file, in order. */
export function bytesOf(path: string): AsyncIterable<Uint8Array> {
  return createReadStream(path, { highWaterMark: portion });
}

/**
 * Redacts a file, whole or not at all: what comes out is written beside it, synced and put in its place. It keeps its mode, and its owner where that
 * may be set; what a link leads to is redacted, not the link replaced. A file in which there is no key is left as it is.
 *
 * @throws what the file system says.
 */
export async function redactInPlace(redactor: Redactor, file: string): Promise<void> {
  const path = await realpath(file);
  const source = await open(path);
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    const { mode, uid, gid } = await source.stat();
    const target = await open(temporary, 'wx', mode);
    try {
      await redactStream(redactor, source.createReadStream({ highWaterMark: portion, autoClose: false }), file, (bytes) => target.appendFile(Buffer.concat(bytes)));
      // A mask of the process may have taken bits away.
      await target.chmod(mode);
      await target.chown(uid, gid).catch(() => undefined);
      await target.sync();
    } finally {
      await target.close();
    }
    if (redactor.masked > 0) await rename(temporary, path);
  } finally {
    await rm(temporary, { force: true });
    await source.close();
  }
}
