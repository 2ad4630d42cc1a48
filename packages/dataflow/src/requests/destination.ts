import { leadingText } from '../folding/text.ts';
import type { Value } from '../folding/value.ts';
import { namesOf } from '../origins/origin.ts';

/** Hosts as the settings name them, lower case. */
export interface Hosts {
  /** The Submit API and the organisation's gateways to it. */
  readonly submit: ReadonlySet<string>;
  readonly staging: ReadonlySet<string>;
}

/** Where a request goes, as far as its URL is known. */
export interface Destination {
  readonly kind: 'submit' | 'staging' | 'loopback' | 'other' | 'relative' | 'unknown';
  /** Lower case, without the port. */
  readonly host?: string;
  /** `http:` or `https:` where the URL says it. */
  readonly protocol?: string;
  /** The known part of the path, with its leading slash. */
  readonly path?: string;
  /** The name of the variable that holds the host says that it is Submit's. */
  readonly named?: boolean;
}

const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|0\.0\.0\.0|::1|\[::1\]|host\.docker\.internal|.*\.localhost)$/;

/** Reads the destination off a folded URL; a hole behind the host leaves the host known. */
export function destinationOf(value: Value | undefined, hosts: Hosts): Destination {
  if (value?.kind === 'record' && value.type === 'URL') return destinationOf(value.entries[0]?.values()[0], hosts);
  if (value?.kind === 'opaque') return namedDestination([value]) ?? { kind: 'unknown' };
  if (value?.kind !== 'text') return { kind: 'unknown' };
  const known = leadingText(value.parts);
  const whole = known !== '' && value.parts.every((part) => part.kind === 'piece');
  const match = /^\s*(?:([a-z][a-z0-9+.-]*:)?\/\/)?(?:[^/?#@\s]*@)?(\[[\da-f:]+\]|[^/?#:\s]*)(:\d*)?([/?#].*)?\s*$/is.exec(known);
  if (known === '' || !match) return namedDestination(value.parts) ?? { kind: 'unknown' };
  const [, protocol, host = '', , rest] = match;
  const absolute = /^\s*(?:[a-z][a-z0-9+.-]*:)?\/\//i.test(known);
  const named = host.toLowerCase().replace(/\.$/, '');
  const looksLikeHost = absolute || hosts.submit.has(named) || hosts.staging.has(named);
  if (!looksLikeHost) return { kind: 'relative', path: known };
  if (host === '' || (rest === undefined && !whole)) return namedDestination(value.parts) ?? { kind: 'unknown' };
  const kind = hosts.submit.has(named) ? 'submit' : hosts.staging.has(named) ? 'staging' : loopback.test(named) ? 'loopback' : 'other';
  return {
    kind,
    host: named,
    ...(protocol === undefined ? {} : { protocol: protocol.toLowerCase() }),
    path: (rest ?? '').replace(/[?#].*$/s, ''),
  };
}

/** `process.env.ATOMYX_SUBMIT_URL`: the host is not known, but its variable is called Submit's. */
function namedDestination(parts: readonly Value[] | readonly { readonly kind: string }[]): Destination | undefined {
  const first = parts[0] as Value | undefined;
  if (first?.kind !== 'opaque') return undefined;
  const names = namesOf(first.origin);
  const text = names.slice(-2).join('_');
  const says = /(?:atomyx|submit)[\w$]*?(?:url|uri|host|base|endpoint|origin|api)(?![a-z]*key)/i.test(text) && /(?:url|uri|host|base|endpoint|origin)/i.test(names[names.length - 1] ?? '');
  return says && /atomyx|submit_?(?:api|base)/i.test(text) ? { kind: 'submit', named: true } : undefined;
}
