import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { PolicyError } from '@submit-guard/core';

/** Without it, opening a named pipe waits for ever; absent on Windows. */
const noWait: number | undefined = constants.O_NONBLOCK;

/** Reasons why a file cannot be opened, in words. */
const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file', ENOTDIR: 'there is no such file', EACCES: 'reading it is not permitted', EPERM: 'reading it is not permitted',
  EISDIR: 'it is a folder', ELOOP: 'its symbolic links go round in a circle', ENAMETOOLONG: 'its name is too long',
};

function reasonOf(error: unknown): string {
  const { code = 'unknown error' } = error as NodeJS.ErrnoException;
  return reasons[code] ?? code;
}

/**
 * Reads a file of the policy, which a stranger may have written: a regular file of at most `limit` bytes.
 *
 * @param path - absolute.
 * @param name - what messages call it.
 * @throws {PolicyError} where it cannot be read.
 */
export function readPolicyFile(path: string, name: string, limit: number): Buffer {
  let file: number;
  try {
    file = openSync(path, constants.O_RDONLY | (noWait ?? 0));
  } catch (error) {
    throw new PolicyError(`${name} could not be read: ${reasonOf(error)}.`);
  }
  try {
    const stats = fstatSync(file);
    if (!stats.isFile()) throw new PolicyError(`${name} could not be read: it is ${stats.isDirectory() ? 'a folder' : 'no regular file'}.`);
    if (stats.size > limit) throw new PolicyError(`${name} was not read: it has more than ${limit} bytes, the most that is sensible for it.`);
    return readWhole(file, limit, name);
  } finally {
    closeSync(file);
  }
}

/** The size that was told may be wrong (files of `/proc` have none), so the limit is held while reading. */
function readWhole(file: number, limit: number, name: string): Buffer {
  const chunks: Uint8Array[] = [];
  let total = 0;
  for (;;) {
    const chunk = new Uint8Array(65_536);
    const count = readSync(file, chunk);
    if (count === 0) return Buffer.concat(chunks);
    total += count;
    if (total > limit) throw new PolicyError(`${name} was not read: it has more than ${limit} bytes, the most that is sensible for it.`);
    chunks.push(chunk.subarray(0, count));
  }
}

/**
 * The text of a file of the policy, without its byte-order mark.
 *
 * @throws {PolicyError} where the bytes are not UTF-8 (or UTF-16 with a byte-order mark).
 */
export function decodePolicyText(bytes: Uint8Array, name: string): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new PolicyError(`${name} could not be read: it is not UTF-8. Save it as UTF-8.`);
  }
}
