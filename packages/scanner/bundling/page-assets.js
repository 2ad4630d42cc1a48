import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * A rolldown plugin that puts the program and the style sheet of the report's page into the bundle, where the package of the page reads them
 * from its own files.
 *
 * @returns {import('rolldown').Plugin}
 */
export function pageAssets() {
  const folder = new URL('../../report/dist/', import.meta.url);
  const module = fileURLToPath(new URL('documents/page-assets.js', folder));
  const asset = (/** @type {string} */ name) => JSON.stringify(readFileSync(new URL(`page/${name}`, folder), 'utf8'));
  return {
    name: 'page-assets',
    load(id) {
      if (id !== module) return null;
      return `export const loadAssets = () => ({ script: ${asset('page.js')}, style: ${asset('page.css')} });`;
    },
  };
}
