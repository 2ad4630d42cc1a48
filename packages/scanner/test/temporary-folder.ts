import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, onTestFinished } from 'vitest';

function makeFolder(forget: (remove: () => void) => void): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'submit-guard-')));
  forget(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A folder that lasts as long as the tests of a group; to be called at the top of the group. */
export function temporaryFolderForAll(): string {
  return makeFolder(afterAll);
}

/** A folder that lasts as long as a test. */
export function temporaryFolder(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = makeFolder(onTestFinished);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}
