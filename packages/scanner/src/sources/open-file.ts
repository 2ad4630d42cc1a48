import { closeSync, constants, fstatSync, lstatSync, openSync } from 'node:fs';
import { pathToOpen } from '../paths/file-path.ts';
import { codeOf, failureReason } from './failure-reason.ts';
import { specialKindOf } from './file-types.ts';
import type { FileReference } from './source.ts';
import { linkReason } from './link-reason.ts';

/** A file that is open for reading, or why it is not. */
export type OpenedFile =
  /** The size is that at the moment of opening, in bytes. */
  | { readonly kind: 'open'; readonly descriptor: number; readonly size: number }
  | { readonly kind: 'skipped' | 'unread'; readonly reason: string }
  /** Nothing to read and nothing to say: a file of the index that was deleted. */
  | { readonly kind: 'deleted' };

/** A FIFO that has taken the place of a file must not make the scan wait; on Windows, where it is not needed, the flag
 * is `undefined`, which adds nothing. */
const plainFlags = constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY;
const noFollow: number | undefined = constants.O_NOFOLLOW;

/**
 * Opens a file that a source has listed. Whatever stands at its path now decides: a file of the list may have been
 * replaced by a link or a FIFO, and is then not followed and not waited for.
 */
export function openFile(file: FileReference, cwd: string): OpenedFile {
  const opened = openUnasked(file, cwd);
  return opened.kind === 'open' ? askOpenFile(file, opened.descriptor) : opened;
}

/** Opens a file without asking what it is; for files of which a source has said so just now. */
export function openUnasked(file: FileReference, cwd: string): Exclude<OpenedFile, { kind: 'open' }> | { readonly kind: 'open'; readonly descriptor: number } {
  const path = pathToOpen(file.path, cwd);
  try {
    if (!file.named && noFollow === undefined && lstatSync(path).isSymbolicLink()) return { kind: 'skipped', reason: linkReason(file.path, cwd) };
    return { kind: 'open', descriptor: openSync(path, file.named ? plainFlags : plainFlags | (noFollow ?? 0)) };
  } catch (error) {
    return whyNotOpen(file, cwd, error);
  }
}

/** Finds out what an open file is. One that is not to be read is closed. */
function askOpenFile(file: FileReference, descriptor: number): OpenedFile {
  try {
    const stats = fstatSync(descriptor);
    if (stats.isFile()) return { kind: 'open', descriptor, size: stats.size };
    closeSync(descriptor);
    // A folder in the place of a file of the index: git has listed what is in it.
    if (stats.isDirectory()) return file.tracked ? { kind: 'deleted' } : { kind: 'unread', reason: 'became a folder while the scan ran' };
    return { kind: file.named ? 'unread' : 'skipped', reason: specialKindOf(stats) ?? 'no regular file' };
  } catch (error) {
    closeSync(descriptor);
    return { kind: 'unread', reason: failureReason(error) };
  }
}

function whyNotOpen(file: FileReference, cwd: string, error: unknown): OpenedFile {
  const code = codeOf(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    if (file.tracked) return { kind: 'deleted' };
    return { kind: file.named ? 'unread' : 'skipped', reason: failureReason(error) };
  }
  if (!file.named) {
    // ELOOP is what O_NOFOLLOW makes of a link (open(2); EMLINK on FreeBSD); ENXIO is what a socket gives.
    if (code === 'ELOOP' || code === 'EMLINK') return { kind: 'skipped', reason: linkReason(file.path, cwd) };
    if (code === 'ENXIO') return { kind: 'skipped', reason: 'socket' };
  }
  return { kind: 'unread', reason: failureReason(error) };
}
