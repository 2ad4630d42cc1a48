import { STATUS_CODES } from 'node:http';
import type { Secret } from '@submit-guard/core';
import { collect } from '../pipeline/collect.ts';
import type { Answer } from '../verification/ask-submit.ts';
import { jobsUrlOf, usualBaseUrl } from '../verification/base-url.ts';
import type { VerifiedKey } from '../verification/verify-keys.ts';
import { verifyKeys } from '../verification/verify-keys.ts';
import type { ExitStatus } from './command-context.ts';
import type { TerminalContext } from './terminal-context.ts';
import { UsageError } from './usage-error.ts';

export interface VerifyOptions {
  readonly baseUrl?: string;
  readonly proxy?: string;
  /** Seconds. */
  readonly timeout?: number;
  /** Only the key with this fingerprint. */
  readonly fingerprint?: string;
  readonly max?: number;
  readonly config?: string;
  readonly format: string;
}

/** Keys that are asked about unless somebody says otherwise: a scan that went wrong must not flood the vendor. */
const usualMost = 20;

/** Seconds. */
const usualTimeout = 10;

/**
 * `submit-guard verify [PATH...]`: asks the Submit API whether the keys that a scan of the paths finds are still accepted. What
 * the baseline covers is asked about, too: an accepted finding may be a live key.
 *
 * @returns 0 where no key is live, 1 where one is, 2 where something could not be found out.
 * @throws {UsageError} and `VerificationError` for what the person should mend.
 */
export async function verify(paths: readonly string[], options: VerifyOptions, context: TerminalContext): Promise<ExitStatus> {
  const { tell, print, cwd, environment, version } = context;
  const url = jobsUrlOf(options.baseUrl ?? usualBaseUrl);
  const proxy = options.proxy === undefined ? undefined : proxyOf(options.proxy, url);
  const secrets = new Map<string, Secret>();
  const { coverage, findings } = await collect({
    targets: paths.length === 0 ? ['.'] : paths,
    cwd,
    environment,
    ...(options.config !== undefined && { config: options.config }),
    onSecret: (secret) => void secrets.set(secret.fingerprint, secret),
  });
  const keys = [...secrets]
    .filter(([fingerprint]) => options.fingerprint === undefined || fingerprint === options.fingerprint)
    .map(([fingerprint, secret]) => ({ secret, places: findings.filter((finding) => finding.secret?.fingerprint === fingerprint).map(({ path, line }) => ({ path, line })) }));
  const most = options.max ?? usualMost;
  if (keys.length > most) throw new UsageError(`${keys.length} keys were found, and at most ${most} are asked about. Name fewer paths, one key with --fingerprint, or a higher --max.`);
  for (const { path, reason } of coverage.unread) tell(`${path} could not be read: ${reason}.\n`);
  const verified = await verifyKeys(keys, { url, proxy, version, timeout: (options.timeout ?? usualTimeout) * 1000 });
  print(options.format === 'json' ? asJson(verified) : asText(verified, url));
  if (verified.some(({ answer }) => answer.kind === 'accepted')) return 1;
  return coverage.unread.length > 0 || verified.some(({ answer }) => answer.kind !== 'refused') ? 2 : 0;
}

function proxyOf(text: string, target: URL): URL {
  if (!URL.canParse(text) || new URL(text).protocol !== 'http:') throw new UsageError('--proxy takes the http:// address of a proxy. What goes through it is encrypted all the same.');
  if (target.protocol !== 'https:') throw new UsageError('--proxy goes with https only: a proxy would see the key.');
  return new URL(text);
}

function answerInWords(answer: Answer): string {
  switch (answer.kind) {
    case 'accepted': return 'LIVE: the Submit API accepts this key';
    case 'refused': return 'not accepted (401): revoked, expired, of another environment, or no key';
    case 'other': return `not known: the server answered ${answer.status} ${STATUS_CODES[answer.status] ?? ''}${answer.detail === '' ? '' : ` (${answer.detail})`}`;
    case 'none': return `not known: ${answer.reason}`;
  }
}

const advice = `Revoke a live key now: make a new key in Atomyx Vault, put it where the old one is used, send a controlled test request,
confirm that it succeeds, revoke the old key, and watch for failed authentication.
`;

function asText(verified: readonly VerifiedKey[], url: URL): string {
  if (verified.length === 0) return 'No Submit key was found, so nobody was asked.\n';
  const lines = verified.map(({ secret, places, answer }) => {
    const where = places.map(({ path, line }) => `  ${path}:${line}\n`).join('');
    return `${secret.redacted} ${secret.fingerprint}  ${answerInWords(answer)}\n${where}`;
  });
  const isLive = verified.some(({ answer }) => answer.kind === 'accepted');
  return `${lines.join('\n')}\nAsked ${url.host}.\n${isLive ? advice : ''}`;
}

function asJson(verified: readonly VerifiedKey[]): string {
  return `${JSON.stringify({ keys: verified.map(({ secret, places, answer }) => ({ secret: secret.toJSON(), places, answer })) }, null, 2)}\n`;
}
