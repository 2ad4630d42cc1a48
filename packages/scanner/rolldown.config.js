import { defineConfig } from 'rolldown';
import { licenseNotices } from './bundling/license-notices.js';

/**
 * The command line as few files: `submit-guard --version` loads one small module, and what a command needs comes as chunks of its own
 * through its dynamic imports. Nothing is minified: people read what guards their keys.
 */
export default defineConfig({
  input: { bin: 'src/bin.ts' },
  platform: 'node',
  output: {
    dir: 'dist',
    cleanDir: true,
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
    comments: { legal: true, annotation: false, jsdoc: false },
  },
  plugins: [licenseNotices()],
});
