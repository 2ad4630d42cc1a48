import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { program } from '../../end-to-end/command-line.ts';

const megabyte = 1_000_000;

/** Bytes of the log. */
const size = 200 * megabyte;

/** Processor time of a command, in seconds; bash has a keyword for it. */
function secondsOf(command: string): number {
  const { status, stderr } = spawnSync('bash', ['-c', `TIMEFORMAT='%U %S'; time ${command} >/dev/null`], { env: { ...process.env, LC_ALL: 'C' }, encoding: 'utf8' });
  if (status !== 0) throw new Error(`It did not run: ${command}`);
  return stderr.trim().split(' ').reduce((sum, seconds) => sum + Number(seconds), 0);
}

function writeLog(path: string): void {
  const file = openSync(path, 'w');
  for (let written = 0, line = 0; written < size;) {
    let text = '';
    while (text.length < megabyte) text += `2026-11-27T10:00:11.${100 + (line % 900)}Z INFO [http-${line % 40}] req=${randomUUID()} GET /orders/${line++}?page=2 200 in ${line % 700}ms\n`;
    written += writeSync(file, text);
  }
}

/** Redacts an ordinary log of 200 MB, beside `sed` that replaces one literal, by turns; prints the best of each. */
export function main(): number {
  const folder = mkdtempSync(join(tmpdir(), 'submit-guard-'));
  try {
    const log = join(folder, 'ordinary.log');
    writeLog(log);
    const commands = { sed: `sed s/no-such-literal-in-it/x/g '${log}'`, file: `'${process.execPath}' '${program}' redact '${log}'`, pipe: `'${process.execPath}' '${program}' redact <'${log}'` };
    const best = { sed: Infinity, file: Infinity, pipe: Infinity };
    for (let round = 0; round < 3; round++) for (const name of ['sed', 'file', 'pipe'] as const) best[name] = Math.min(best[name], secondsOf(commands[name]));
    for (const name of ['sed', 'file', 'pipe'] as const) console.log(`${name.padEnd(5)} ${best[name].toFixed(2)} s of processor time, ${Math.round(size / megabyte / best[name])} MB/s, ${(best[name] / best.sed).toFixed(1)} times sed`);
    return 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
