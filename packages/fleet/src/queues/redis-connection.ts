import { Redis } from 'ioredis';
import { codeOf, UsageError } from 'submit-guard/fleet';
import { FleetError } from '../errors/fleet-error.ts';
import { prefix } from './queue-names.ts';

/** Milliseconds to wait for a server that does not answer. */
const patience = 5000;

/**
 * Connects to Redis or Valkey, and makes sure that it can be used.
 *
 * @param url - `redis://user:password@host:6379/0`, or `rediss://` for TLS. It is repeated in no message.
 * @throws {FleetError} where it cannot be reached or refuses; `UsageError` where it is no such address.
 */
export async function connectRedis(url: string): Promise<Redis> {
  if (!/^rediss?:\/\/[^\s]+$/.test(url)) throw new UsageError('--redis takes redis://host:6379 or rediss://user:password@host:6379. A password may come from SUBMIT_GUARD_REDIS, which holds the whole address.');
  const probe = new Redis(url, { lazyConnect: true, connectTimeout: patience, maxRetriesPerRequest: 0, retryStrategy: () => null, enableOfflineQueue: false });
  let failure: unknown;
  probe.on('error', (error: unknown) => (failure = error));
  try {
    await probe.connect();
    // Whether a user may write is told by nothing but a try.
    await probe.set(`${prefix}:probe`, '', 'EX', 1);
  } catch (error) {
    throw new FleetError(sentenceOf(failure ?? error));
  } finally {
    probe.disconnect();
  }
  return reconnecting(url);
}

/** A connection that comes back by itself whenever the server does; what waits for it waits. */
export function reconnecting(url: string): Redis {
  const redis = new Redis(url, { maxRetriesPerRequest: null, retryStrategy: (attempt) => Math.min(50 * 2 ** attempt, 2000) });
  // A connection that is lost is none of the caller's errors until it has been so for long.
  redis.on('error', () => undefined);
  return redis;
}

function sentenceOf(error: unknown): string {
  const message = error instanceof Error ? error.message : '';
  const code = codeOf(error);
  if (/WRONGPASS|invalid (?:username-)?password|ERR AUTH|without any password/i.test(message)) return 'Redis refused the password. Check the address in --redis or SUBMIT_GUARD_REDIS.';
  if (message.includes('NOAUTH')) return 'Redis wants a password. Put it into the address: SUBMIT_GUARD_REDIS=redis://user:password@host:6379.';
  if (message.includes('NOPERM')) return 'Redis lets this user not do what a fleet scan needs. Grant it the keys submit-guard:* with all commands on them (ACL SETUSER).';
  if (/CERT|SELF_SIGNED|ALTNAME|ERR_TLS|ERR_SSL|EPROTO/.test(code)) return `The connection to Redis is not secure (${code}). For a certificate of your own, name its authority in NODE_EXTRA_CA_CERTS.`;
  if (code === 'ECONNREFUSED') return 'Redis cannot be reached: nothing listens at that address. Start a server, or mend --redis.';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'Redis cannot be reached: there is no such host. Mend --redis.';
  return 'Redis cannot be reached: it does not answer, or what answers is no Redis. Check --redis.';
}
