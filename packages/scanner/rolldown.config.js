import { defineConfig } from 'rolldown';
import { chunkGroups } from './bundling/chunk-groups.js';
import { lazyEntries, lazyModules } from './bundling/lazy-modules.js';
import { licenseNotices } from './bundling/license-notices.js';
import { pageAssets } from './bundling/page-assets.js';
import { withoutFacades } from './bundling/without-facades.js';
import { withoutLibraries } from './bundling/without-libraries.js';
import { withoutSubprocesses } from './bundling/without-subprocesses.js';

/**
 * The command line and the interface for programs, with everything they run: `submit-guard --version` loads one small module, and
 * what a command needs comes as chunks of its own through its dynamic imports. Nothing is minified: people read what guards their
 * keys. Declarations are not bundled; they come from `tsc -b`.
 */
export default defineConfig({
  input: {
    bin: 'src/bin.ts',
    index: 'src/index.ts',
    redact: 'src/redact.ts',
    project: 'src/project.ts',
    'source-maps': 'src/source-maps.ts',
    fleet: 'src/fleet.ts',
    // These lie next to the chunks that start them: of `start-pool.ts`, `worker-lane.ts` and `parser.ts`.
    'chunks/scan-worker': 'src/pipeline/workers/scan-worker.ts',
    'chunks/object-worker': 'src/pipeline/objects/workers/object-worker.ts',
    'chunks/parser-relay': 'src/programs/parser-relay.js',
    'chunks/parser-process': 'src/programs/parser-process.js',
    ...lazyEntries,
  },
  platform: 'node',
  // Native code, one package a platform, loaded by the process that parses; and what is installed when it is wanted.
  external: ['oxc-parser', '@submit-guard/screenshots'],
  // The other form of jsonc-parser finds its parts at run time, which no bundler can follow.
  resolve: { mainFields: ['module', 'main'] },
  output: {
    dir: 'dist',
    cleanDir: true,
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
    comments: { legal: true, annotation: false, jsdoc: false },
    codeSplitting: { groups: chunkGroups },
  },
  plugins: [lazyModules(), pageAssets(), withoutLibraries(), withoutSubprocesses(), withoutFacades(), licenseNotices()],
});
