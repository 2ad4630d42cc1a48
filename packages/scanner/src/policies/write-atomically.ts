import { closeSync, fsyncSync, lstatSync, mkdirSync, openSync, realpathSync, renameSync, rmSync, writeSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { PolicyError } from '@submit-guard/core';
import { failureReason } from '../sources/failure-reason.ts';

/**
 * Writes a file so that at any moment, also after a crash, either the old content or the new one stands there whole:
 * write to a temporary file beside it, sync, rename. Makes the folder where it is missing.
 *
 * @param path - absolute.
 * @param name - what messages call it.
 * @param within - absolute path of a folder that symbolic links must not lead out of.
 * @throws {PolicyError} where it could not be written.
 */
export function writeAtomically(path: string, content: string | Uint8Array, name: string, within?: string): void {
  const folder = dirname(path);
  try {
    if (within !== undefined && isOutside(realpathSync(nearestExisting(folder)), realpathSync(within))) {
      throw new PolicyError(`${name} was not written: a symbolic link leads out of ${within}.`);
    }
    mkdirSync(folder, { recursive: true });
    const temporary = join(folder, `.${basename(path)}.${process.getBuiltinModule('node:crypto').randomBytes(6).toString('hex')}.tmp`);
    try {
      writeSynced(temporary, content);
      renameSync(temporary, path);
    } catch (error) {
      rmSync(temporary, { force: true });
      throw error;
    }
    syncFolder(folder);
  } catch (error) {
    if (error instanceof PolicyError) throw error;
    throw new PolicyError(`${name} could not be written: ${failureReason(error)}.`);
  }
}

function nearestExisting(folder: string): string {
  let existing = folder;
  while (lstatSync(existing, { throwIfNoEntry: false }) === undefined) existing = dirname(existing);
  return existing;
}

function isOutside(folder: string, within: string): boolean {
  const path = relative(within, folder);
  return path === '..' || path.startsWith(`..${sep}`) || path.startsWith(sep) || /^[A-Za-z]:/.test(path);
}

function writeSynced(path: string, content: string | Uint8Array): void {
  const file = openSync(path, 'wx');
  try {
    const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
    for (let offset = 0; offset < bytes.length;) offset += writeSync(file, bytes, offset);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Makes the new name last; Windows can neither open nor sync a folder, and needs not to. */
function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
