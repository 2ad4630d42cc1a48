import type { Evidence, Match, Range } from '@submit-guard/core';
import { credibilityOf, describeValue, Secret, wordsOf } from '@submit-guard/core';
import { rangeOfText } from './documents/text.ts';
import type { Address, Literal } from './references.ts';
import { addressesOf, literalsOf } from './references.ts';
import type { Credential, Environment, Request, Scope, Structure } from './structure.ts';

export interface RequestOptions {
  /** Lower case. */
  readonly hosts: readonly string[];
  readonly stagingHosts: readonly string[];
}

/** One way in which a request can be sent: in one environment, to one address, with one credential. */
export interface Sending {
  readonly owner: 'submit' | 'other' | 'unknown';
  readonly address: Address;
  readonly literal: Literal;
  readonly credential: Credential;
  readonly environment: Environment | undefined;
}

/** Ways to send the requests of a file that are looked at: requests times environments times credentials. */
const mostSendings = 20_000;

const loopback = /^(?:localhost|127(?:\.\d+){3}|0\.0\.0\.0|\[::1\]|host\.docker\.internal)$/;

/** All ways in which the requests of a structure can be sent. */
export function sendingsOf({ requests, environments }: Pick<Structure, 'requests' | 'environments'>, options: RequestOptions): readonly Sending[] {
  const sendings: Sending[] = [];
  const contexts = environments.length === 0 ? [undefined] : [undefined, ...environments];
  const seen = new Map<Scope, Set<string>>();
  for (const request of requests) {
    if (request.credentials.length === 0 || isRepeated(request, seen)) continue;
    for (const environment of contexts) if (sendings.length < mostSendings) addSendings(request, environment, options, sendings);
  }
  return sendings;
}

/** Whether a request sends the same reference to the same reference as one before: collections have hundreds of these. */
function isRepeated({ url, scope, credentials }: Request, seen: Map<Scope, Set<string>>): boolean {
  const isReference = ({ text, scheme }: Credential): boolean => (scheme === 'header' ? /^Bearer \{\{[^{}]+\}\}$/ : /^\{\{[^{}]+\}\}$/).test(text.value);
  if (!/^\{\{[^{}]+\}\}(?:\/|$)/.test(url.value) || !credentials.every(isReference)) return false;
  let shapes = seen.get(scope);
  if (shapes === undefined) seen.set(scope, (shapes = new Set()));
  const shape = [/^\{\{[^{}]+\}\}(?:\/[^/]*)?/.exec(url.value)?.[0], ...credentials.map(({ text }) => text.value)].join('\n');
  if (shapes.has(shape)) return true;
  shapes.add(shape);
  return false;
}

function addSendings({ url, scope, credentials, isElsewhere }: Request, environment: Environment | undefined, { hosts, stagingHosts }: RequestOptions, sendings: Sending[]): void {
  const context = { scope, environment };
  const addresses = addressesOf(url, context);
  for (const credential of credentials) {
    for (const literal of literalsOf(credential.text, context)) {
      for (const address of addresses) {
        const { host } = address;
        const isSubmit = host !== undefined && (hosts.includes(host) || stagingHosts.includes(host) || (!host.includes('.') && wordsOf(host).includes('atomyx')));
        const owner = isSubmit ? 'submit' : isElsewhere === true ? 'other' : host?.includes('.') === true && !loopback.test(host) ? 'other' : 'unknown';
        sendings.push({ owner, address, literal, credential, environment });
      }
    }
  }
}

/** The keys that requests send to Submit, wherever they stand in the file. */
export function* sentKeys(sendings: readonly Sending[]): Generator<Match> {
  const found = new Set<number>();
  for (const { owner, address, literal, credential } of sendings) {
    const { value } = literal.text;
    if (owner !== 'submit' || credibilityOf(value) === 'none' || (credential.scheme === 'header' && /^\s*basic\s/i.test(literal.prefix))) continue;
    const range = rangeOfText(literal.text);
    if (found.has(range.start)) continue;
    found.add(range.start);
    // A contract names the provider, which is less than the host.
    const kind: Evidence['kind'] = address.host?.includes('.') === true ? 'destination' : 'vicinity';
    yield {
      aspect: 'key',
      ...range,
      secret: new Secret(value),
      evidence: [{ kind, ...address.place, detail: address.host ?? '' }, { kind: 'value', ...range, detail: describeValue(value) }],
      via: [],
    };
  }
}

/** Where the credentials stand that all go to other services. */
export function sentElsewhere(sendings: readonly Sending[]): readonly Range[] {
  const ranges = new Map<string, { range: Range; elsewhere: boolean }>();
  for (const { owner, literal } of sendings) {
    const range = rangeOfText(literal.text);
    const id = `${range.start}-${range.end}`;
    const known = ranges.get(id);
    ranges.set(id, { range, elsewhere: owner === 'other' && known?.elsewhere !== false });
  }
  return [...ranges.values()].filter(({ elsewhere }) => elsewhere).map(({ range }) => range);
}
