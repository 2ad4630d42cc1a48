import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { fingerprintOf } from '@submit-guard/core';
import type { Report } from '@submit-guard/core';
import { AwsClient } from 'aws4fetch';
import { freePort } from '../../../packages/fleet/test/free-port.ts';

const bin = fileURLToPath(new URL('../../../packages/scanner/dist/bin.js', import.meta.url));
const cache = fileURLToPath(new URL('../../../.cache/', import.meta.url));

/** A server that others test their programs for S3 with. pip brings it on the first run. */
const wanted = 'moto[server]==5.1.*';

/** Any words will do for it. */
const credentials = { accessKeyId: 'TESTACCESSKEY', secretAccessKey: 'word-of-the-test' };

/**
 * `npm run buckets`: scans a bucket of a real S3 server, more than a page of objects with names of all kinds, and scans it again; wants `python3`.
 */
export async function main(): Promise<number> {
  const program = bringServer();
  if (program === undefined) {
    console.error(`No server could be installed: python3 with venv and pip brings ${wanted}.`);
    return 2;
  }
  const place = realpathSync(mkdtempSync(join(tmpdir(), 'submit-guard-buckets-')));
  const port = await freePort();
  const server = spawn(program, ['-H', '127.0.0.1', '-p', String(port)], { stdio: 'ignore' });
  try {
    return await scanTwice(place, `http://127.0.0.1:${port}`) ? 0 : 1;
  } finally {
    server.kill('SIGKILL');
    rmSync(place, { recursive: true, force: true });
  }
}

function bringServer(): string | undefined {
  const folder = join(cache, 'moto');
  const program = join(folder, 'bin/moto_server');
  const complete = join(folder, 'installed');
  if (!existsSync(complete)) {
    console.log(`Installing ${wanted} ...`);
    const steps = [['python3', '-m', 'venv', folder], [join(folder, 'bin/pip'), 'install', '--quiet', '--disable-pip-version-check', wanted]];
    if (!steps.every(([command = '', ...args]) => spawnSync(command, args, { stdio: 'ignore' }).status === 0)) return undefined;
    writeFileSync(complete, wanted);
  }
  return program;
}

async function scanTwice(place: string, url: string): Promise<boolean> {
  const keys = new Map(["it's (a) b+c%20*!.env", '\u00e9t\u00e9 & co/2026.env', '#?;=@/$,~[x].env'].map((name) => [name, randomBytes(20).toString('hex')]));
  const objects = new Map([...Array.from({ length: 2100 }, (_, number): [string, string] => [`${number % 7}/${number}.txt`, `Line ${number}.\n`]), ...[...keys].map(([name, key]): [string, string] => [name, `ATOMYX_SUBMIT_API_KEY=${key}\n`])]);
  for (let attempt = 0; attempt < 300 && await fetch(url).then(() => false, () => true); attempt++) await wait(100);
  const client = new AwsClient({ ...credentials, service: 's3', region: 'us-east-1' });
  await client.fetch(`${url}/logs`, { method: 'PUT' });
  for (const [name, body] of objects) await client.fetch(`${url}/logs/app/${name.split('/').map(encodeURIComponent).join('/')}`, { method: 'PUT', body });
  // The same as files.
  for (const [name, body] of objects) {
    mkdirSync(dirname(join(place, 'files', name)), { recursive: true });
    writeFileSync(join(place, 'files', name), body);
  }
  const files = run(place, 'scan', 'files', '--format', 'json');
  const first = run(place, 'fleet', 'scan', 's3://logs/app/', '--s3-endpoint', url, '--format', 'json');
  const second = run(place, 'fleet', 'scan', 's3://logs/app/', '--s3-endpoint', url, '--format', 'json');
  const found = ({ findings }: Report, folder: string): string => findings.map(({ path, secret }) => `${path.replace(folder, '')} ${secret?.fingerprint ?? ''}`).sort().join('\n');
  const planted = [...keys.values()].every((key) => first.findings.some(({ secret }) => secret?.fingerprint === fingerprintOf(key)));
  const isSame = planted && found(first, 'logs/app/') === found(files, 'files/') && found(second, '') === found(first, '');
  console.log(`${first.coverage.files} objects read, ${first.findings.length} findings, ${isSame ? 'the same as' : 'OTHERS THAN'} of ${files.coverage.files} files; scanned again: ${second.coverage.files} read, ${second.coverage.knownClean ?? 0} known to be clean`);
  return isSame && first.coverage.files === objects.size && second.coverage.files === keys.size && first.coverage.unread.length === 0;
}

function run(cwd: string, ...words: readonly string[]): Report {
  const environment = { PATH: process.env['PATH'], HOME: cwd, AWS_ACCESS_KEY_ID: credentials.accessKeyId, AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey };
  const { stdout, stderr } = spawnSync(process.execPath, [bin, ...words], { cwd, env: environment, encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as Report;
}
