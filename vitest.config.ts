import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const source = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Tests run on the sources; only the end-to-end tests start the built command line. */
export default defineConfig({
  resolve: {
    alias: {
      '@submit-guard/core': source('packages/core/src/index.ts'),
      '@submit-guard/prefilter': source('packages/prefilter/src/index.ts'),
      '@submit-guard/rules': source('rules/src/index.ts'),
    },
  },
  test: {
    include: ['{packages/*,rules}/test/**/*.test.ts', 'test/**/*.test.ts'],
    testTimeout: 60_000,
  },
});
