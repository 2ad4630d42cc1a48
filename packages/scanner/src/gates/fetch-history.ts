import { spawn } from 'node:child_process';
import { devNull } from 'node:os';

/** How long git may take for one fetch, in milliseconds. */
const patience = 600_000;

/**
 * Options of a fetch: nothing of the repository is run and nothing besides is fetched. The credentials and the transport are those
 * that the job has set up: without them there would be nothing to fetch from.
 */
const options = [
  '--no-pager',
  '-c', `core.hooksPath=${devNull}`, '-c', 'core.fsmonitor=false', '-c', 'gc.auto=0', '-c', 'maintenance.auto=false',
  'fetch', '--quiet', '--no-tags', '--no-recurse-submodules', '--no-write-fetch-head',
];

/**
 * Fetches from `origin`: the one thing that `submit-guard ci` does on the network.
 *
 * @param words - options and commits or refs; commits are hexadecimal ids, refs start with `+refs/`.
 * @returns what went wrong, in git's words; `undefined` where nothing did.
 */
export function fetchFromOrigin(folder: string, words: readonly string[]): Promise<string | undefined> {
  return new Promise((resolve) => {
    const child = spawn('git', [...options, ...words.filter((word) => word.startsWith('--')), 'origin', ...words.filter((word) => !word.startsWith('--'))], {
      cwd: folder,
      env: {
        ...process.env,
        GIT_TERMINAL_PROMPT: '0',
        GIT_NO_LAZY_FETCH: '1',
        // Transports that run a program of the configuration (`ext::`) are none of them.
        GIT_ALLOW_PROTOCOL: 'file:git:http:https:ssh',
        LC_ALL: 'C',
      },
      stdio: ['ignore', 'ignore', 'pipe'],
      timeout: patience,
      windowsHide: true,
    });
    let errors = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (errors = (errors + text).slice(-4096)));
    child.on('error', () => resolve('there is no git program'));
    child.on('close', (status) => resolve(status === 0 ? undefined : reasonIn(errors)));
  });
}

/** The line that says why; an address may hold credentials, so it is not repeated. */
function reasonIn(errors: string): string {
  const line = errors.split('\n').find((text) => /^(?:fatal|error|remote): /.test(text))?.replace(/^\w+: /, '') ?? 'git gave no reason, or took too long';
  // eslint-disable-next-line no-control-regex -- what a server says must not reach a terminal as it is
  return line.replace(/\S*:\/\/\S*/g, '<address>').replace(/[\u0000-\u001f\u007f-\u009f]/g, '?');
}
