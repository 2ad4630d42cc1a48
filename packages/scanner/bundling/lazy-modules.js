import { fileURLToPath } from 'node:url';

/** Modules that a scan needs only for some files or findings: the file whose function gives it, and what it gives. */
const modules = [
  { loader: '../src/programs/load-analysis.ts', entry: 'analyze-program', folder: 'programs', gives: 'analyzeProgram', by: 'loadAnalysis' },
  { loader: '../src/readers/load-json-pointers.ts', entry: 'json-pointers', folder: 'readers', gives: 'jsonPointersAt', by: 'loadJsonPointers' },
  { loader: '../src/structures/load-structures.ts', entry: 'analyze-structure', folder: 'structures', gives: 'analyzeStructure', by: 'loadStructures' },
].map((module) => ({ ...module, id: fileURLToPath(new URL(module.loader, import.meta.url)) }));

/** The entries that `lazyModules` loads; they lie next to the chunk that does. */
export const lazyEntries = Object.fromEntries(modules.map(({ entry, folder }) => [`chunks/${entry}`, `src/${folder}/${entry}.ts`]));

/**
 * A rolldown plugin that has the analysis of programs and that of test tools' files, and the parser of JSON, loaded when they are first needed. Scanning is
 * synchronous, so they are loaded by `require`, which Node does with modules, too.
 *
 * @returns {import('rolldown').Plugin}
 */
export function lazyModules() {
  return {
    name: 'lazy-modules',
    load(id) {
      const module = modules.find((candidate) => candidate.id === id);
      if (module === undefined) return null;
      const { entry, gives, by } = module;
      return {
        code: `import { createRequire } from 'node:module';
          export const ${by} = () => createRequire(import.meta.url)('./${entry}.js').${gives};`,
        moduleType: 'js',
      };
    },
  };
}
