import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Outside the repository: gigabytes to read, and other people's programs. */
export const cacheFolder = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'submit-guard-bench');

/** One folder a peer and version. */
export const peersFolder = join(cacheFolder, 'peers');

/** What is read, one folder a scale. */
export const worksFolder = join(cacheFolder, 'works');

/** One JSON file a run. */
export const resultsFolder = join(cacheFolder, 'results');

/** Where every scan starts: outside of any work tree, with no configuration and no keys in sight. */
export const emptyFolder = join(cacheFolder, 'empty');

export const repository = fileURLToPath(new URL('../..', import.meta.url));

/** The command line that is measured. */
export const scannerProgram = join(repository, 'packages/scanner/dist/bin.js');

/** Paths as the page may show them: without the folders of the machine. */
export function withoutMachine(text: string): string {
  return text.replaceAll(cacheFolder, '$BENCH').replaceAll(repository, '');
}
