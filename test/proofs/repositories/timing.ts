import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Report } from '@submit-guard/core';
import { scannerProgram } from '../../bench/cache.ts';
import type { HistoryScanner } from './peers.ts';

interface Measure {
  /** Seconds by the clock. */
  readonly wall: number;
  /** Seconds of all processors, of the command and all that it started. */
  readonly processor: number;
}

/** Runs a command in a shell, which says how long it took: `times` counts the processes below it, too. */
function measure(command: readonly string[], cwd: string, environment: NodeJS.ProcessEnv, output: string): Measure & { readonly status: number | null } {
  const file = openSync(output, 'w');
  try {
    const started = process.hrtime.bigint();
    const { status, stderr } = spawnSync('sh', ['-c', '"$@" 2>/dev/null; status=$?; times >&2; exit $status', 'sh', ...command], { cwd, env: environment, stdio: ['ignore', file, 'pipe'], encoding: 'utf8' });
    const wall = Number(process.hrtime.bigint() - started) / 1e9;
    const last = stderr.trim().split('\n').at(-1) ?? '';
    const processor = [...last.matchAll(/(\d+)m([\d.]+)s/g)].reduce((sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds), 0);
    return { wall, processor, status };
  } finally {
    closeSync(file);
  }
}

/**
 * Measures the scan of a real repository against reading it with git, to nowhere, and against peers.
 *
 * @returns 1 where something was found in it, or the coverage misses an object that git has.
 */
export function measureRepository(repository: string, peers: readonly HistoryScanner[], say: (sentence: string) => void): number {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'submit-guard-time-')));
  const environment = { PATH: process.env['PATH'], HOME: folder, XDG_CACHE_HOME: folder };
  try {
    const output = join(folder, 'report.json');
    const ours = [process.execPath, scannerProgram, 'git', '--all', '-f', 'json'];
    const read = measure(['git', 'cat-file', '--batch-all-objects', '--batch', '--unordered', '--buffer'], repository, environment, '/dev/null');
    const first = measure(ours, repository, environment, output);
    const report = JSON.parse(readFileSync(output, 'utf8')) as Report;
    const second = measure(ours, repository, environment, output);
    const line = (name: string, { wall, processor }: Measure): void => {
      console.log(`${name}: ${wall.toFixed(2)} s, processor ${processor.toFixed(2)} s; ${(wall / read.wall).toFixed(2)} and ${(processor / read.processor).toFixed(2)} times git cat-file`);
    };
    const { coverage, findings } = report;
    console.log(`${coverage.commits ?? 0} commits, ${coverage.blobs} objects, ${(coverage.bytes / 1e9).toFixed(2)} GB, ${findings.length} findings, ${coverage.unread.length} unread`);
    line('git cat-file to nowhere', read);
    line('submit-guard, first run', first);
    line('submit-guard, second run', second);
    for (const { name, command } of peers) {
      say(name);
      const peer = measure(command(repository), repository, environment, '/dev/null');
      if (peer.status !== 0) console.log(`${name}: fails`);
      else console.log(`${name}: ${peer.wall.toFixed(2)} s, processor ${peer.processor.toFixed(2)} s; ${(peer.wall / first.wall).toFixed(1)} and ${(peer.processor / first.processor).toFixed(1)} times submit-guard`);
    }
    return findings.length === 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
