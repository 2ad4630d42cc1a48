import { isIPv4 } from 'node:net';
import { VerificationError } from './verification-error.ts';

/** Documented by the vendor (docs.atomyx.io, "Authentication"). */
export const usualBaseUrl = 'https://submit.atomyx.io/api';

/** Whether a host, as it stands in a URL, is this machine. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || host === '::1' || (isIPv4(host) && host.startsWith('127.'));
}

/**
 * The address that keys are sent to.
 *
 * @param text - base URL as typed.
 * @returns the address of `POST /jobs` below it.
 * @throws {VerificationError} where a key must not be sent there.
 */
export function jobsUrlOf(text: string): URL {
  if (!URL.canParse(text)) throw new VerificationError('--base-url takes a URL, for example https://submit.atomyx.io/api.');
  const url = new URL(text);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.hostname))) throw new VerificationError('A key is only sent over https. http is for a server on this machine (127.0.0.1, ::1 or localhost).');
  if (url.username !== '' || url.password !== '') throw new VerificationError('--base-url takes no user and no password.');
  if (url.search !== '' || url.hash !== '') throw new VerificationError('--base-url takes no query and no fragment.');
  url.pathname = `${url.pathname.replace(/\/+$/, '')}/jobs`;
  return url;
}
