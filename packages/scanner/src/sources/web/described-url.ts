import { credentialRuns } from '@submit-guard/core';

/** Parameters whose values are nobody's business, whatever they look like. */
const secretNames = /(?:key|token|secret|sig|signature|passw|auth|credential|session|code|jwt)/i;

const mask = '***';

/**
 * An address as it is reported: without user, password and fragment, and with what looks like a credential in its query masked. The same
 * address always reads the same.
 */
export function describedUrl(url: URL): string {
  const query = url.search.replace(/([?&][^=&]*)=([^&]*)/g, (whole, name: string, value: string) => (value !== '' && (secretNames.test(name) || credentialRuns(value).length > 0) ? `${name}=${mask}` : whole));
  const shown = /^\?[^=]*$/.test(query) && credentialRuns(query).length > 0 ? `?${mask}` : query;
  return `${url.protocol}//${url.host}${url.pathname}${shown}`;
}
