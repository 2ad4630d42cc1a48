import { gzipSync } from 'node:zlib';
import { fingerprintOf } from '@submit-guard/core';
import { describe, expect, it } from 'vitest';
import { parseReport, runFleet, startFleet } from './command.ts';
import type { Answer } from './command.ts';
import type { ObjectStore, Refusal } from './object-store.ts';
import { startObjectStore } from './object-store.ts';
import { redisProgram, RedisServer } from './redis-server.ts';
import { leak, newKey, temporaryFolder } from './repositories.ts';

const place = temporaryFolder();
const keys = [newKey(), newKey(), newKey()] as const;
const credentials = { AWS_ACCESS_KEY_ID: 'TESTACCESSKEY', AWS_SECRET_ACCESS_KEY: 'word-of-the-test', AWS_SESSION_TOKEN: 'token-of-the-test' };
let stores = 0;

const objects = {
  'app/2026/a b+c%20(1).log': `Nothing here.\n`,
  'app/2026/send.py': leak(keys[0]),
  'app/2026/old.py.gz': gzipSync(leak(keys[1])),
  'app/2026/folder/': '',
  'app/2026/\u00e9t\u00e9.txt': 'Rien.\n',
  'app/2026/logo.png': Buffer.concat([Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'), Buffer.alloc(64)]),
  'other/send.py': leak(keys[2]),
};

function scan(store: ObjectStore, address: string, ...args: readonly string[]): Promise<Answer> {
  return runFleet(['scan', address, '--s3-endpoint', store.url, '--store', `bucket-${stores++}.sqlite`, '--format', 'json', ...args], place, credentials);
}

const found = (answer: Answer): readonly string[] => parseReport(answer).findings.map(({ path }) => path);

describe('a bucket', () => {
  it('is scanned object by object, page by page, below a prefix', async () => {
    const store = await startObjectStore(objects);
    const answer = await scan(store, 's3://logs/app/');
    const report = parseReport(answer);
    expect(answer.status).toBe(1);
    expect(report.findings.map(({ path, secret }) => [path, secret?.fingerprint])).toEqual([
      ['logs/app/2026/old.py.gz', fingerprintOf(keys[1])],
      ['logs/app/2026/send.py', fingerprintOf(keys[0])],
    ]);
    expect(report.coverage).toMatchObject({ files: 5, blobs: 0, unread: [], skipped: [{ path: 'logs/app/2026/logo.png' }] });
    expect(store.read).not.toContain('other/send.py');
    expect([...store.credentials].sort()).toEqual(['TESTACCESSKEY', 'token-of-the-test']);
    for (const word of [...keys, ...Object.values(credentials)]) expect(answer.stdout + answer.stderr).not.toContain(word);
  });

  it('is read once: not again what is as it was, nor a copy below another prefix', async () => {
    const store = await startObjectStore({ 'a/one.txt': 'One.\n', 'a/send.py': leak(keys[0]), 'b/one.txt': 'One.\n' });
    const both = ['scan', 's3://logs/a/', 's3://logs/b/', '--s3-endpoint', store.url, '--store', 'again.sqlite', '--jobs', '1', '--format', 'json'];
    await runFleet(both, place, credentials);
    expect(store.read.filter((key) => key.endsWith('one.txt'))).toHaveLength(1);
    store.read.length = 0;
    store.objects.set('a/one.txt', leak(keys[1]));
    const again = await runFleet(both, place, credentials);
    // What holds a key is read again by every scan.
    expect(store.read.sort()).toEqual(['a/one.txt', 'a/send.py']);
    expect(found(again)).toEqual(['logs/a/one.txt', 'logs/a/send.py']);
  });

  it('is scanned as far as globs and sizes say', async () => {
    const store = await startObjectStore({ ...objects, 'app/large.py': leak(keys[0]).padEnd(5000) });
    const answer = await scan(store, 's3://logs', '--include-object', '**/*.py', '--exclude-object', 'other/**', '--largest-object', '4k');
    expect(found(answer)).toEqual(['logs/app/2026/send.py']);
    expect(parseReport(answer).coverage.skipped).toEqual([{ path: 'logs/app/large.py', reason: 'it is larger than --largest-object' }]);
    expect(store.read).toEqual(['app/2026/send.py']);
    expect((await runFleet(['scan', '.', '--largest-object', '4k'], place)).stderr).toContain('There is no repository');
  });

  const refused = (refusal: Refusal) => (): Refusal => refusal;
  it.each<[string, string, ObjectStore['refuse'], string]>([
    ['the access key is wrong', 's3://logs', refused({ status: 403, code: 'InvalidAccessKeyId' }), 'the object store does not know the access key: check AWS_ACCESS_KEY_ID'],
    ['the token has expired', 's3://logs', refused({ status: 400, code: 'ExpiredToken' }), 'the session token has expired'],
    ['the token expires in the middle', 's3://logs', (_key, count) => (count > 2 ? { status: 400, code: 'ExpiredToken' } : undefined), 'the session token has expired'],
    ['access is denied', 's3://logs', refused({ status: 403, code: 'AccessDenied' }), 'the object store denies access'],
    ['there is no such bucket', 's3://nowhere', () => undefined, 'there is no such bucket'],
    ['the bucket is elsewhere', 's3://logs', refused({ status: 301, code: 'PermanentRedirect' }), 'the bucket is in another region: name it in AWS_REGION'],
  ])('is told of in a sentence where %s', async (_title, address, refuse, sentence) => {
    const store = await startObjectStore(objects);
    store.refuse = refuse;
    const answer = await scan(store, address);
    expect(answer.status).toBe(2);
    expect(parseReport(answer).coverage.unread).toEqual([{ path: address.slice(5), reason: expect.stringContaining(`it could not be scanned: ${sentence}`) as string }]);
  });

  it('is told of in a sentence where the secret is wrong, or there is none', async () => {
    const store = await startObjectStore(objects);
    store.refuse = () => ([...store.credentials].includes('none') ? { status: 403, code: 'AccessDenied' } : undefined);
    const reasonWith = async (environment: Readonly<Record<string, string>>): Promise<string | undefined> => {
      const answer = await runFleet(['scan', 's3://logs', '--s3-endpoint', store.url, '--store', 'secret.sqlite', '--format', 'json'], place, environment);
      expect(answer.status).toBe(2);
      return parseReport(answer).coverage.unread[0]?.reason;
    };
    expect(await reasonWith({ ...credentials, AWS_SECRET_ACCESS_KEY: 'another' })).toContain('the object store refused the credentials: check AWS_SECRET_ACCESS_KEY');
    expect(await reasonWith({})).toContain('the object store wants credentials: put them into AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY');
  });

  it('names objects that cannot be read, and reports the others', async () => {
    const store = await startObjectStore(objects);
    store.refuse = (key) => (key.endsWith('.gz') ? { status: 403, code: 'InvalidObjectState' } : key.endsWith('.txt') ? { status: 403, code: 'AccessDenied' } : undefined);
    const answer = await scan(store, 's3://logs/app/2026/');
    expect(answer.status).toBe(2);
    expect(found(answer)).toEqual(['logs/app/2026/send.py']);
    expect(parseReport(answer).coverage.unread.map(({ path, reason }) => [path.split('/').at(-1), reason])).toEqual([
      ['old.py.gz', 'it is archived; restore it first'], ['\u00e9t\u00e9.txt', 'the credentials may not read it'],
    ]);
  });

  it('is not listed for ever where its list has no end', async () => {
    const store = await startObjectStore(objects);
    store.goesInCircles = true;
    const answer = await scan(store, 's3://logs');
    expect(answer.status).toBe(2);
    expect(parseReport(answer).coverage.unread[0]?.reason).toContain('parts of its list again and again');
  });

  it('is asked again where the store is busy', async () => {
    const store = await startObjectStore(objects);
    store.refuse = (_key, count) => (count % 2 === 1 ? { status: 503, code: 'SlowDown' } : undefined);
    expect(found(await scan(store, 's3://logs/app/2026/send'))).toEqual(['logs/app/2026/send.py']);
  });

  it.each([
    ['s3:///x', 'An address among the targets names no bucket: s3://bucket/prefix.'],
    ['s3://logs', '--s3-endpoint takes the address of an object store', '--s3-endpoint', 'ftp://host'],
    ['s3://logs', '--s3-endpoint takes the address of an object store', '--s3-endpoint', 'https://user:word@host'],
  ])('is refused where its address is none: %s', async (address, sentence, ...args) => {
    const answer = await runFleet(['scan', address, '--store', 'none.sqlite', ...args], place);
    expect(answer).toMatchObject({ status: 2, stdout: '' });
    expect(answer.stderr).toContain(sentence);
  });

  it.skipIf(redisProgram === undefined)('is scanned by workers that ask its store, and no other', async () => {
    const store = await startObjectStore(objects);
    const server = await RedisServer.start(place);
    const worker = startFleet(['worker', '--redis', server.url, '--jobs', '1', '--s3-endpoint', store.url], place, credentials);
    await worker.says('takes jobs');
    const args = ['--engine', 'bullmq', '--redis', server.url];
    expect(found(await scan(store, 's3://logs/app/', ...args))).toHaveLength(2);
    const elsewhere = await startObjectStore(objects);
    const answer = await scan(elsewhere, 's3://logs/app/', ...args);
    expect(parseReport(answer).coverage.unread).toEqual([{ path: 'logs/app', reason: expect.stringContaining('in an object store that this worker does not ask') as string }]);
    expect(elsewhere.credentials.size).toBe(0);
  });
});
