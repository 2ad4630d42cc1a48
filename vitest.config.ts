import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

interface Manifest {
  readonly name: string;
  readonly exports: Readonly<Record<string, string | { readonly default: string }>>;
}

const root = fileURLToPath(new URL('.', import.meta.url));
const folders = ['rules', ...readdirSync(`${root}packages`).map((name) => `packages/${name}`)];

/** Workspace packages resolve to their sources: what a package exports as `dist/x.js` is its `src/x.ts`. */
const aliases = folders
  .filter((folder) => existsSync(`${root}${folder}/package.json`))
  .flatMap((folder) => {
    const { name, exports } = JSON.parse(readFileSync(`${root}${folder}/package.json`, 'utf8')) as Manifest;
    return Object.entries(exports).flatMap(([subpath, target]) => {
      const module = typeof target === 'string' ? undefined : /^\.\/dist\/(.+)\.js$/.exec(target.default)?.[1];
      if (module === undefined) return [];
      return [{ find: new RegExp(`^${name + subpath.slice(1)}$`), replacement: `${root}${folder}/src/${module}.ts` }];
    });
  });

/** Tests run on the sources; only the end-to-end tests start the built command line. */
export default defineConfig({
  resolve: { alias: aliases },
  test: {
    include: ['{packages/*,rules}/test/**/*.test.ts', 'test/**/*.test.ts'],
    // Most tests wait for a process of their own; on two cores, the default is one at a time.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 60_000,
    // Temporary folders are removed in hooks, on disks that others use as well.
    hookTimeout: 60_000,
  },
});
