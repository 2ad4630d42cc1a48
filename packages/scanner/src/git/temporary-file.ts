import { closeSync, openSync, rmSync, unlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A file that nobody else sees. */
export interface TemporaryFile {
  /** Open for reading and writing. */
  readonly descriptor: number;
  close(): void;
}

/**
 * Opens a temporary file that has no name any more, so that nothing is left of it however the process ends. On Windows, where an open
 * file keeps its name, it is removed when it is closed.
 */
export function openTemporaryFile(): TemporaryFile {
  const path = join(tmpdir(), `submit-guard-${process.getBuiltinModule('node:crypto').randomBytes(12).toString('hex')}`);
  const descriptor = openSync(path, 'wx+', 0o600);
  let isNamed = false;
  try {
    unlinkSync(path);
  } catch {
    isNamed = true;
  }
  return {
    descriptor,
    close() {
      closeSync(descriptor);
      if (isNamed) rmSync(path, { force: true });
    },
  };
}
