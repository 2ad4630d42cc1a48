import { defineConfig } from 'rolldown';
import { analysisEntry, lazyAnalysis } from './bundling/lazy-analysis.js';
import { licenseNotices } from './bundling/license-notices.js';
import { withoutLibraries } from './bundling/without-libraries.js';

/**
 * The command line and the interface for programs, with everything they run: `submit-guard --version` loads one small module, and
 * what a command needs comes as chunks of its own through its dynamic imports. Nothing is minified: people read what guards their
 * keys. Declarations are not bundled; they come from `tsc -b`.
 */
export default defineConfig({
  // The worker lies next to the chunk of `start-pool.ts`, which starts it.
  input: { bin: 'src/bin.ts', index: 'src/index.ts', 'chunks/scan-worker': 'src/pipeline/workers/scan-worker.ts', ...analysisEntry },
  platform: 'node',
  // Native code, one package a platform. Loaded by the thread that parses, when it is needed.
  external: ['oxc-parser'],
  // The other form of jsonc-parser finds its parts at run time, which no bundler can follow.
  resolve: { mainFields: ['module', 'main'] },
  output: {
    dir: 'dist',
    cleanDir: true,
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
    comments: { legal: true, annotation: false, jsdoc: false },
  },
  plugins: [lazyAnalysis(), withoutLibraries(), licenseNotices()],
});
