import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { cacheFolder } from './workspace.mjs';

const lockFile = join(cacheFolder, 'setup.lock');

/** The holder touches its lock once in a `beat`; a lock that was left alone for `stale` has lost its holder. Milliseconds. */
const beat = 2_000;
const stale = 20_000;

/**
 * Runs `work` while no other process of this checkout does. Time stamps and not process ids tell a lost lock, as the other process
 * may run in a container of its own.
 *
 * @param {() => Promise<void>} work
 */
export async function withLock(work) {
  const holder = randomUUID();
  mkdirSync(cacheFolder, { recursive: true });
  for (let told = false; !(await take(holder)); told = true) {
    if (!told) process.stderr.write('Another command is setting up this checkout; waiting for it ...\n');
    await wait(200);
  }
  const release = () => {
    if (read() === holder) rmSync(lockFile, { force: true });
  };
  const heart = setInterval(() => {
    if (read() === holder) utimesSync(lockFile, new Date(), new Date());
  }, beat);
  process.once('exit', release);
  try {
    await work();
  } finally {
    clearInterval(heart);
    process.off('exit', release);
    release();
  }
}

/**
 * @param {string} holder
 * @returns {Promise<boolean>} whether the lock is ours
 */
async function take(holder) {
  try {
    writeFileSync(lockFile, holder, { flag: 'wx' });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
  }
  if (Date.now() - touched() < stale) return false;
  // Two waiters may see the same lost lock: both write, the later one wins, and the pause lets the earlier one notice.
  writeFileSync(lockFile, holder);
  await wait(500);
  return read() === holder;
}

/** When the lock was last touched, in milliseconds; now, when there is none any more. */
function touched() {
  return statSync(lockFile, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
}

function read() {
  try {
    return readFileSync(lockFile, 'utf8');
  } catch {
    return undefined;
  }
}
