import { fileURLToPath } from 'node:url';

/**
 * The chunks in which the modules of a start lie together, as opening a file costs more than what a start does not use of it: for each, the modules that
 * are asked for, by path below `src/`. What they need at once comes along with them, but for what an earlier chunk has; what they import dynamically does
 * not, wherever it lies.
 */
const chunks = {
  // What tells whether something may be found at all: build tools load nothing else of the scanner for a clean build.
  sieve: ['project'],
  main: ['commands/main', 'commands/command-line', 'commands/definitions/scan'],
  scan: ['commands/scan'],
  pretty: ['reporters/pretty'],
  repository: ['commands/git'],
  packs: ['pipeline/objects/packs/sift-packs', 'git/packs/packed-objects'],
  containers: ['pipeline/containers/scan-container-file', 'pipeline/containers/scan-container-stream'],
};

/** @type {import('rolldown').CodeSplittingGroup[]} */
export const chunkGroups = Object.entries(chunks).map(([name, modules]) => {
  const ids = new Set(modules.map((module) => fileURLToPath(new URL(`../src/${module}.ts`, import.meta.url))));
  return { name, test: (id) => ids.has(id), includeDependenciesRecursively: true };
});
