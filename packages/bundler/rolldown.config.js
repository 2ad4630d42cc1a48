import { fileURLToPath } from 'node:url';
import { defineConfig } from 'rolldown';

const bundlers = ['vite', 'rollup', 'rolldown', 'webpack', 'rspack', 'esbuild', 'farm'];
const ofBundlers = new Set(bundlers.map((name) => fileURLToPath(new URL(`src/${name}.ts`, import.meta.url))));

/**
 * The entry points of the plugin. Every build loads one of them, so that each is one module with what a clean build needs, and what says where a key
 * is from comes as chunks of its own through dynamic imports. Nothing is minified: people read what guards their keys. Declarations are not bundled;
 * they come from `tsc -b`.
 */
export default defineConfig({
  input: Object.fromEntries(['index', ...bundlers, 'next'].map((name) => [name, `src/${name}.ts`])),
  platform: 'node',
  external: [/^submit-guard\//],
  output: {
    dir: 'dist',
    cleanDir: true,
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
    // What a clean build needs is one file: opening another costs more than what a bundler does not use of it.
    codeSplitting: { groups: [{ name: 'guard', test: (id) => ofBundlers.has(id), includeDependenciesRecursively: true }] },
    comments: { legal: true, annotation: false, jsdoc: false },
  },
});
