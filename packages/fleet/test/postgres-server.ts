import type { ChildProcess } from 'node:child_process';
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { freePort } from './free-port.ts';

/** The server refuses to run as root. */
const isRoot = process.getuid?.() === 0;
const user = isRoot ? Number(spawnSync('id', ['-u', 'postgres'], { encoding: 'utf8' }).stdout) : process.getuid?.() ?? NaN;

/** Whether the programs of PostgreSQL are installed. */
export const hasPostgres = spawnSync('initdb', ['--version']).status === 0 && spawnSync('postgres', ['--version']).status === 0 && user > 0;

if (!hasPostgres) console.warn('No PostgreSQL is installed: tests of stores in it are skipped. apt-get install postgresql brings one; initdb and postgres have to be in the path.');

/** Starts a real server with an empty database. */
export async function startPostgres(place: string): Promise<{ readonly url: string; readonly child: ChildProcess }> {
  const folder = join(place, 'postgres');
  mkdirSync(folder);
  chmodSync(place, 0o711);
  if (isRoot) chownSync(folder, user, user);
  const port = await freePort();
  const { status, stderr } = spawnSync('initdb', ['-D', join(folder, 'data'), '-A', 'trust', '-U', 'postgres', '--no-sync'], { uid: user, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  const child = spawn('postgres', ['-D', join(folder, 'data'), '-p', String(port), '-k', folder, '-c', 'fsync=off', '-c', 'listen_addresses=127.0.0.1'], { uid: user, stdio: 'ignore' });
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  for (let attempt = 0; attempt < 200; attempt++) {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.end();
      return { url, child };
    } catch {
      await wait(50);
    }
  }
  throw new Error('PostgreSQL did not start.');
}
