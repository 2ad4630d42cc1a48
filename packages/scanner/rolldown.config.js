import { defineConfig } from 'rolldown';
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
    // What every command needs, and what every scan needs, each in one file: opening a file costs more than what a scan does not use of it.
    codeSplitting: {
      includeDependenciesRecursively: false,
      groups: [
        // What tells whether something may be found at all: build tools load nothing else of the scanner for a clean build.
        { name: 'sieve', test: /\/prefilter\/dist\/|\/core\/dist\/(?:detectors\/(?:prefilter|closer-look|sign-forms|stretches|detector-options)\.|known-keys\/|secrets\/|values\/|memos\/|characters\/|candidates\/key-names|aspects\/callback-words|names\/|policies\/(?:policy-error|suppression)\.|surfaces\/public-names)|\/scanner\/src\/(?:pipeline\/(?:blob-search|ranges|text-sieve)|readers\/(?!(?:json-pointers|narrowed-text|document-fragment|strings-fragment))|encodings\/|paths\/|configs\/(?:load-config|config|find-config|folders-upward|pattern-engine|to-detector-options)\.|containers\/limits|sources\/worktree\/find-work-tree|known-keys\/(?:known-keys-in|read-env-file)|policies\/(?:policy-root|read-policy-file|policy-file))|rolldown\/runtime/ },
        { name: 'main', test: /\/scanner\/src\/(?:commands\/(?:main|describe-error|exit-hooks|usage-error|command-line|command-table|option-values|definitions\/scan)\.|sources\/failure-reason|pipeline\/faults)|\/commander\/|no-child-process|rolldown\/runtime/ },
        { name: 'parts', test: /\/scanner\/src\/(?:pipeline\/objects\/parts\/|sources\/git\/part-source|git\/packs\/pack-cut)/ },
        { name: 'packs', test: /\/scanner\/src\/(?:git|pipeline\/objects)\/packs\/(?!pack-work|pack-cut)/ },
        { name: 'repository', test: /\/scanner\/src\/(?:commands\/git\.|pipeline\/objects\/(?!workers\/|parts\/)|sources\/git\/(?!part-source)|caches\/|git\/(?:git-error|git-stream|id-table|introductions|list-objects|object-|repository|revisions|temporary-file))/ },
        { name: 'scan', test: /\/packages\/(?:core|prefilter)\/dist\/|\/rules\/dist\/(?:index|rule\.|generated\/catalogue)|\/(?:picomatch|jsonc-parser)\/|\/scanner\/src\/(?:commands\/(?:scan|present-report|write-report)\.|pipeline\/(?!trusted-files|review-policy|workers\/|objects\/|containers\/|web\/|originals\/(?:archive-tree|commit-tree|in-)|variables\/scan-)|containers\/(?:budget|container-error|signs|tar\/header)|sources\/(?!worktree\/expand-glob|git\/|web\/)|readers|encodings|paths|git\/(?!commit-files|blame-line)|terminals|known-keys\/(?!check-key|read-key)|policies|configs|programs\/(?!parser-|analyze-program)|structures\/(?:read-structure|load-structures))|\/dataflow\/dist\/programs\/(?:quick-test|hidden-keys)/ },
        { name: 'pretty', test: /\/scanner\/src\/reporters\/(?:pretty|finding-words|workflow-safety|amounts|occurrences|rule-metadata)/ },
      ],
    },
  },
  plugins: [lazyModules(), pageAssets(), withoutLibraries(), withoutSubprocesses(), withoutFacades(), licenseNotices()],
});
