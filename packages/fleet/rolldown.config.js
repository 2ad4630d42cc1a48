import { defineConfig } from 'rolldown';
import { licenseNotices } from './bundling/license-notices.js';

/**
 * BullMQ in one file, in the place of the module that only names it. All else is as `tsc -b` writes it. Nothing is minified: people read what guards
 * their keys.
 */
export default defineConfig({
  input: { bullmq: 'src/queues/bullmq.ts' },
  platform: 'node',
  external: ['ioredis', 'pg'],
  // Modules, and not CommonJS.
  resolve: { mainFields: ['module', 'main'] },
  output: { dir: 'dist/queues', format: 'esm', entryFileNames: '[name].js', comments: { legal: true, annotation: false, jsdoc: false } },
  plugins: [licenseNotices()],
});
