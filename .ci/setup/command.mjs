import { spawn } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, join } from 'node:path';
import { cacheFolder, root } from './workspace.mjs';

/** Set-up that could not be done; the message is for the person who typed the command. */
export class SetupError extends Error {}

/**
 * Runs a command without its chatter: one line on standard error while it works, everything it printed when it fails.
 *
 * @param {string} title what is being done, for example `Installing the dependencies`
 * @param {readonly [string, ...string[]]} command program and arguments
 * @param {{ folder?: string, shell?: boolean }} [options] `folder` is relative to the root
 * @throws {SetupError} when the command cannot be started or does not end with 0
 */
export async function runQuietly(title, [program, ...args], options = {}) {
  const stop = showProgress(title);
  const child = spawn(program, args, {
    cwd: join(root, options.folder ?? '.'),
    env: { ...process.env, ...homeThatCanBeWritten() },
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: options.shell ?? false,
  });
  let output = '';
  const gather = (/** @type {Buffer} */ chunk) => {
    output += chunk.toString();
  };
  child.stdout.on('data', gather);
  child.stderr.on('data', gather);
  const unhook = passSignals(child);
  const ending = await /** @type {Promise<string>} */ (
    new Promise((resolve) => {
      child.on('error', (error) => {
        resolve(error.message);
      });
      child.on('close', (code, signal) => {
        resolve(code === 0 ? '' : signal === null ? `status ${code}` : `signal ${signal}`);
      });
    })
  );
  unhook();
  stop();
  if (ending === '') return;
  const line = [program, ...args].join(' ');
  throw new SetupError(`${output.trimEnd()}\n\n${title} failed (${ending}). The command was:\n  ${line}`.trimStart());
}

/**
 * The command that runs npm with these arguments: the npm that started us, or else the one in the path.
 *
 * @param {readonly string[]} args
 * @returns {{ command: [string, ...string[]], shell: boolean }}
 */
export function npm(...args) {
  const script = process.env['npm_execpath'] ?? '';
  if (basename(script) === 'npm-cli.js' && existsSync(script)) {
    return { command: [process.execPath, script, ...args], shell: false };
  }
  return { command: ['npm', ...args], shell: process.platform === 'win32' };
}

/**
 * npm and pnpm keep their caches in the home folder. Where that cannot be written to (some CI images), they get one of ours, and
 * still read the user's npm settings.
 *
 * @returns {Record<string, string>}
 */
function homeThatCanBeWritten() {
  try {
    accessSync(homedir(), constants.W_OK);
    return {};
  } catch {
    const home = join(cacheFolder, 'home');
    mkdirSync(home, { recursive: true });
    const userConfig = process.env['npm_config_userconfig'] ?? join(homedir(), '.npmrc');
    return {
      HOME: home,
      XDG_CACHE_HOME: '',
      XDG_DATA_HOME: '',
      XDG_STATE_HOME: '',
      npm_config_cache: join(home, '.npm'),
      npm_config_userconfig: userConfig,
    };
  }
}

/**
 * @param {string} title
 * @returns {() => void} call when the work has ended
 */
function showProgress(title) {
  const { stderr } = process;
  const begin = Date.now();
  const seconds = () => `${Math.round((Date.now() - begin) / 1000)} s`;
  stderr.write(`${title} ...${stderr.isTTY ? '' : '\n'}`);
  const timer = setInterval(
    () => stderr.write(stderr.isTTY ? `\r${title} ... ${seconds()}` : `  still at it after ${seconds()}\n`),
    stderr.isTTY ? 1_000 : 20_000,
  );
  return () => {
    clearInterval(timer);
    if (stderr.isTTY) stderr.write(`\r${title} ... ${seconds()}\n`);
  };
}

/**
 * Passes SIGINT, SIGTERM and SIGHUP on to the child and ends with the status a shell gives them; the lock is released on exit.
 *
 * @param {import('node:child_process').ChildProcess} child
 * @returns {() => void} stops passing
 */
function passSignals(child) {
  const numbers = /** @type {const} */ ({ SIGHUP: 1, SIGINT: 2, SIGTERM: 15 });
  const hooks = Object.entries(numbers).map(([name, number]) => {
    const signal = /** @type {keyof typeof numbers} */ (name);
    const hook = () => {
      child.once('close', () => process.exit(128 + number));
      child.kill(signal);
    };
    process.once(signal, hook);
    return () => process.off(signal, hook);
  });
  return () => {
    for (const unhook of hooks) unhook();
  };
}
