import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sampleOf, vary } from './one-file.ts';
import { randomValues } from './random-values.ts';
import { material } from './work.ts';
import type { Material } from './work.ts';

const fullBytes = 200_000_000;
const sampleBytes = 12_000_000;
/** Texts of a chunk, as modules of a bundle. */
const modulesOfChunk = 48;
/** Chunks for one that sends a Submit key. */
const chunksPerKey = 100;

/** Mappings as long as those of a bundler: a place for every dozen characters of code. */
function mappingsFor(length: number, { sources }: { readonly sources: number }): string {
  const places = Math.ceil(length / 12 / sources);
  // Each twelve columns on in the code, one line on in the source; then the next source from its first line.
  return Array.from({ length: sources }, (_, source) => (source === 0 ? 'AAAA' : 'YCAA') + ',YACA'.repeat(places)).join(',');
}

/**
 * What a bundler leaves behind: chunks on one line with the maps beside them, which bring the sources along, and pages that load them. A few
 * chunks send a Submit key that their source holds.
 *
 * @param tree - folder of real files, of which the modules are made.
 */
export function bundles(folder: string, scale: number, tree: Material): Material {
  const size = Math.round(fullBytes * scale);
  return material({
    target: join(folder, 'dist'),
    from: `${tree.files} files, ${tree.bytes} bytes; ${size} bytes, version 1`,
    make: (target) => {
      const sample = sampleOf(tree.target, Math.min(sampleBytes, size / 4));
      const random = randomValues('bundles');
      const assets = join(target, 'assets');
      mkdirSync(assets, { recursive: true });
      const write = (path: string, text: string): number => {
        writeFileSync(path, text);
        return Buffer.byteLength(text);
      };
      let planted = 0;
      let chunk = 0;
      for (let bytes = 0; bytes < size; chunk += 1) {
        const contents = Array.from({ length: modulesOfChunk }, () => vary(random.pick(sample), chunk).toString('utf8'));
        const leaks = chunk % chunksPerKey === 0;
        if (leaks) {
          // The code holds it and the map.
          planted += 2;
          contents.push(`const apiKey = '${random.hex(40)}';\nexport const send = () => fetch('https://submit.atomyx.io/api/jobs', { headers: { Authorization: 'Bearer ' + apiKey } });\n`);
        }
        const name = `chunk-${chunk}-${random.hex(8)}.js`;
        const code = contents.map((content) => content.replaceAll(/\s*\n\s*/g, ' ')).join(';');
        bytes += write(join(assets, name), `${code}\n//# sourceMappingURL=${name}.map\n`);
        const sources = contents.map((_, index) => `../../src/part-${chunk}-${index}.ts`);
        bytes += write(join(assets, `${name}.map`), JSON.stringify({ version: 3, file: name, sources, sourcesContent: contents, names: [], mappings: mappingsFor(code.length, { sources: contents.length }) }));
        bytes += write(join(target, `page-${chunk}.html`), `<!doctype html><title>${chunk}</title><script type="module" src="/assets/${name}"></script>\n`);
      }
      return { planted };
    },
  });
}
