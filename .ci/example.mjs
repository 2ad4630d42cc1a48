import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { renderMarkers } from '../rules/dist/markers.js';
import { root } from './setup/workspace.mjs';

/**
 * Copies `examples/` to a temporary folder, with a random key in place of each marker: the same key for the same marker in all files.
 * Lines are those of the templates. The copy lies outside of every work tree and goes when the process ends.
 *
 * @returns {string} the folder that holds `examples/`
 */
export function renderExamples() {
  const place = mkdtempSync(join(tmpdir(), 'submit-guard-'));
  process.once('exit', () => {
    rmSync(place, { recursive: true, force: true });
  });
  const seed = Math.floor(Math.random() * 2 ** 32);
  for (const entry of readdirSync(join(root, 'examples'), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const template = join(entry.parentPath, entry.name);
    const copy = join(place, relative(root, template));
    mkdirSync(dirname(copy), { recursive: true });
    writeFileSync(copy, renderMarkers(readFileSync(template, 'utf8'), { seed }).text);
  }
  return place;
}
