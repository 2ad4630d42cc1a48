import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A key that nobody has ever issued. */
export const makeKey = (): string => randomBytes(20).toString('hex');

/** Writes files below a folder. */
function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** A project that lasts as long as a test. Its folder is outside of any work tree. */
export function project(files: Readonly<Record<string, string>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'submit-guard-build-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  write(folder, { 'package.json': '{ "private": true, "type": "module" }', ...files });
  return folder;
}

/** The files that a build has left, by path relative to `dist`. */
export function filesOf(root: string): Readonly<Record<string, string>> {
  const dist = join(root, 'dist');
  if (!existsSync(dist)) return {};
  const paths = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((path) => statSync(join(dist, path)).isFile());
  return Object.fromEntries(paths.sort().map((path) => [path, readFileSync(join(dist, path), 'latin1')]));
}
