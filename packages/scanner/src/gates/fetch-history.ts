import type { GateGit } from './gate-git.ts';

/** Options of a fetch: nothing is fetched besides. */
const options = ['--quiet', '--no-tags', '--no-recurse-submodules', '--no-write-fetch-head'];

/**
 * Fetches from `origin`: the one thing that `submit-guard ci` does on the network.
 *
 * @param words - options and commits or refs; commits are hexadecimal ids, refs start with `+refs/`.
 * @returns what went wrong, in git's words; `undefined` where nothing did.
 */
export async function fetchFromOrigin({ origin }: GateGit, words: readonly string[]): Promise<string | undefined> {
  const isOption = (word: string): boolean => word.startsWith('--');
  try {
    await origin.raw(['fetch', ...options, ...words.filter(isOption), 'origin', ...words.filter((word) => !isOption(word))]);
    return undefined;
  } catch (error) {
    return reasonIn(error instanceof Error ? error.message : '');
  }
}

/** The line that says why; an address may hold credentials, so it is not repeated. */
function reasonIn(errors: string): string {
  const line = errors.split('\n').find((text) => /^(?:fatal|error|remote): /.test(text))?.replace(/^\w+: /, '') ?? 'git gave no reason, or took too long';
  // eslint-disable-next-line no-control-regex -- what a server says must not reach a terminal as it is
  return line.replace(/\S*:\/\/\S*/g, '<address>').replace(/[\u0000-\u001f\u007f-\u009f]/g, '?');
}
