import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { QueuedFleet } from './queued-fleet.ts';
import { freePort } from './free-port.ts';
import { redisProgram, RedisServer } from './redis-server.ts';

const hasOpenssl = spawnSync('openssl', ['version']).status === 0;
if (!hasOpenssl) console.warn('No openssl is installed: tests of servers with TLS are skipped.');

const fleet = new QueuedFleet();
const certificate = join(fleet.place, 'certificate.pem');
const trusting = { environment: { NODE_EXTRA_CA_CERTS: certificate } };

/** A server that wants TLS and a user; users may do what docs/fleet.md says, `guest` only with keys of others. */
async function startServer(): Promise<(user: string) => string> {
  const key = join(fleet.place, 'key.pem');
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1', '-keyout', key, '-out', certificate], { stdio: 'ignore' });
  const port = await freePort();
  const commands = '&* +@all -@dangerous +info +client|setname +client|list';
  await RedisServer.start(fleet.place, [
    '--tls-port', String(port), '--tls-cert-file', certificate, '--tls-key-file', key, '--tls-ca-cert-file', certificate, '--tls-auth-clients', 'no',
    ...['worker on >word-of-the-test ~submit-guard:*', 'guest on >word-of-the-test ~others:*'].flatMap((user) => ['--user', ...`${user} ${commands}`.split(' ')]), '--user', ...'default on nopass resetkeys resetchannels -@all +ping +info'.split(' '),
  ]);
  return (user) => `rediss://${user}@127.0.0.1:${port}`;
}

describe.skipIf(redisProgram === undefined || !hasOpenssl)('a server with TLS and users', () => {
  beforeAll(() => fleet.scanLocally());

  it('serves a fleet that may do what the guide says, and no more', async () => {
    const urlOf = await startServer();
    const url = urlOf('worker:word-of-the-test');
    await fleet.startWorkers(url, 2, trusting);
    fleet.expectSame(await fleet.startScan(url, trusting).ended);
  });

  it('is told of in a sentence where it is not trusted, or refuses', async () => {
    const urlOf = await startServer();
    const refusal = async (user: string, options = trusting): Promise<string> => {
      const { status, stdout, stderr } = await fleet.startScan(urlOf(user), options).ended;
      expect([status, stdout]).toEqual([2, '']);
      expect(stderr).not.toContain('word-of-the-test');
      return stderr;
    };
    expect(await refusal('worker:word-of-the-test', { environment: { NODE_EXTRA_CA_CERTS: '' } })).toContain('The connection to Redis is not secure');
    expect(await refusal('worker:another')).toContain('Redis refused the password.');
    expect(await refusal('guest:word-of-the-test')).toContain('Redis lets this user not do what a fleet scan needs.');
  });
});
