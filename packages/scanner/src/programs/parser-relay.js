// A thread between one that scans, which waits for its answers, and the process that parses, which may hang or die.
import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';

/** Milliseconds of processor time after which a text is given up. A megabyte takes 150. */
const mostTime = 5000;
/** Milliseconds after which it is given up on a machine that has no time, or where nobody tells what a process took. */
const patience = process.platform === 'linux' ? 25_000 : 10_000;
/** Bytes of memory that the parser may take; a megabyte of code takes 150 MB. Only Linux tells. */
const memoryLimit = 1_000_000_000;
const pageSize = 4096;
/** What Linux counts processor time in (proc(5), `sysconf(_SC_CLK_TCK)`). */
const ticksOfMillisecond = 0.1;

/** @type {{ bindings: string, answers: import('node:worker_threads').MessagePort, flag: Int32Array }} */
const { bindings, answers, flag } = workerData;

/** @type {import('node:child_process').ChildProcess | undefined} */
let running;

function start() {
  return fork(fileURLToPath(new URL('./parser-process.js', import.meta.url)), [bindings], {
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
}

/** @param {number | undefined} pid */
function memoryOf(pid) {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * pageSize;
  } catch {
    return 0;
  }
}

/**
 * @param {number | undefined} pid
 * @returns {number} milliseconds of processor time; 0 where nobody tells
 */
function timeOf(pid) {
  try {
    // The second field, a name in parentheses, may hold blanks.
    const [, , , , , , , , , , , user, system] = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ');
    return (Number(user) + Number(system)) / ticksOfMillisecond;
  } catch {
    return 0;
  }
}

/** @param {import('./parser.ts').Parsed} answer */
function reply(answer) {
  answers.postMessage(answer);
  Atomics.store(flag, 0, 1);
  Atomics.notify(flag, 0);
}

parentPort?.on('message', (/** @type {import('./parser.ts').Question} */ question) => {
  const parser = (running ??= start());
  const settle = (/** @type {import('./parser.ts').Parsed} */ answer) => {
    clearTimeout(patienceTimer);
    clearInterval(limitsTimer);
    parser.removeAllListeners();
    reply(answer);
  };
  const giveUp = () => {
    running = undefined;
    settle({ kind: 'failed' });
    // Killing it is an error of the process no more.
    parser.on('error', () => undefined);
    parser.kill('SIGKILL');
  };
  const patienceTimer = setTimeout(giveUp, patience);
  const timeBefore = timeOf(parser.pid);
  const limitsTimer = setInterval(() => (memoryOf(parser.pid) > memoryLimit || timeOf(parser.pid) - timeBefore > mostTime) && giveUp(), 50);
  parser.once('message', settle);
  parser.once('exit', giveUp);
  parser.once('error', giveUp);
  parser.send(question);
});
