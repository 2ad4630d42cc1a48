import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A rolldown plugin that writes the style sheets of a folder as one, in the order of their names, without comments and indentation.
 *
 * @param {string} folder
 * @param {string} fileName
 * @returns {import('rolldown').Plugin}
 */
export function styleSheet(folder, fileName) {
  return {
    name: 'style-sheet',
    generateBundle() {
      const sheets = readdirSync(folder).filter((name) => name.endsWith('.css')).sort();
      const source = sheets.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n');
      this.emitFile({ type: 'asset', fileName, source: source.replace(/\/\*[^]*?\*\//g, '').replace(/\n\s*/g, '\n').trim() });
    },
  };
}
