import { fileURLToPath } from 'node:url';

const loader = fileURLToPath(new URL('../src/programs/load-analysis.ts', import.meta.url));
const analysis = 'analyze-program';

/** The entry that `lazyAnalysis` loads; it lies next to the chunk that does. */
export const analysisEntry = { [`chunks/${analysis}`]: 'src/programs/analyze-program.ts' };

/**
 * A rolldown plugin that lets programs be analysed by a module that is loaded when the first of them comes. Scanning is synchronous, so it is
 * loaded by `require`, which Node does with modules, too.
 *
 * @returns {import('rolldown').Plugin}
 */
export function lazyAnalysis() {
  return {
    name: 'lazy-analysis',
    load(id) {
      if (id !== loader) return null;
      return {
        code: `import { createRequire } from 'node:module';
          export const loadAnalysis = () => createRequire(import.meta.url)('./${analysis}.js').analyzeProgram;`,
        moduleType: 'js',
      };
    },
  };
}
