import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './workspace.mjs';

/** Folders of a package that never decide what is built. */
const unrelated = new Set(['node_modules', 'dist', 'types', 'test', 'docs', 'coverage']);

/**
 * A digest of what the files hold, for short lists of small files.
 *
 * @param {readonly string[]} paths relative to the root
 * @returns {string}
 */
export function contentSignature(paths) {
  const hash = createHash('sha256');
  for (const path of paths) hash.update(`${path}\0`).update(readFileSync(join(root, path))).update('\0');
  return hash.digest('hex');
}

/**
 * A digest of the names, sizes and times of all files in some packages: cheap enough for every start.
 *
 * @param {readonly string[]} folders relative to the root
 * @returns {string}
 */
export function sourceSignature(folders) {
  const hash = createHash('sha256');
  for (const folder of folders) addFolder(hash, folder, unrelated);
  return hash.digest('hex');
}

/**
 * @param {import('node:crypto').Hash} hash
 * @param {string} folder relative to the root
 * @param {ReadonlySet<string>} [except] names of folders to leave out
 */
function addFolder(hash, folder, except) {
  const entries = readdirSync(join(root, folder), { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) {
      if (!except?.has(entry.name)) addFolder(hash, path);
    } else if (entry.isFile()) {
      const { size, mtimeMs } = statSync(join(root, path));
      hash.update(`${path}\0${size}\0${mtimeMs}\0`);
    }
  }
}

/**
 * Whether the stamp file holds this signature.
 *
 * @param {string} stamp absolute path
 * @param {string} signature
 */
export function isStamped(stamp, signature) {
  try {
    return readFileSync(stamp, 'utf8') === signature;
  } catch {
    return false;
  }
}

/**
 * @param {string} stamp absolute path
 * @param {string} signature
 */
export function writeStamp(stamp, signature) {
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, signature);
}
