import type { Evidence, Match } from '@submit-guard/core';
import { classifyName, credibilityOf, describeValue, environmentOfWord, isKeyName, Secret, wordsOf } from '@submit-guard/core';
import { rangeOfText } from './documents/text.ts';
import type { Address } from './references.ts';
import { addressesOf } from './references.ts';
import type { RequestOptions } from './sent-keys.ts';
import type { Environment, Structure, Variable } from './structure.ts';
import { emptyScope } from './structure.ts';

/**
 * What environments show by themselves, without the requests that use them: keys beside the address of Submit, and keys of an environment
 * that is named for another one than that address.
 */
export function* environmentKeys({ environments, requests }: Structure, { hosts, stagingHosts }: RequestOptions): Generator<Match> {
  for (const environment of environments) {
    const addresses = environment.variables.flatMap(({ text }) => addressesOf(text, { scope: emptyScope, environment })).filter(({ host }) => host?.includes('.'));
    const own = addresses.find(({ host }) => hosts.includes(host ?? '') || stagingHosts.includes(host ?? ''));
    if (own === undefined) continue;
    const isOnly = addresses.every(({ host }) => !isHost(host) || host === own.host);
    for (const variable of environment.variables) {
      yield* keyBeside(variable, own, isOnly);
      if (requests.length === 0 && !stagingHosts.includes(own.host ?? '')) yield* keyOfOther(variable, environment, own);
    }
  }
}

/** Whether a text that reads like an address is one: versions and file names have dots, too. */
function isHost(host: string | undefined): boolean {
  return host !== undefined && /\.[a-z]{2,}$/.test(host);
}

function* keyBeside({ name, text }: Variable, address: Address, isOnly: boolean): Generator<Match> {
  const credibility = credibilityOf(text.value);
  if (credibility === 'none') return;
  const verdict = classifyName(name);
  const range = rangeOfText(text);
  const saysSubmit = verdict === 'submit-key' || verdict === 'submit-key-with-atomyx';
  if (!saysSubmit && !(verdict === 'generic-key' && isOnly && credibility === 'strong' && isKeyName(name))) return;
  const reason: Evidence = saysSubmit ? { kind: 'name', ...range, detail: name } : { kind: 'vicinity', ...address.place, detail: address.host ?? '' };
  yield { aspect: 'key', ...range, secret: new Secret(text.value), evidence: [reason, { kind: 'value', ...range, detail: describeValue(text.value) }], via: [] };
}

/** The key of a staging environment that names the production API. Where it has a value, the key itself is the finding. */
function* keyOfOther({ name, place, text }: Variable, environment: Environment, address: Address): Generator<Match> {
  if (credibilityOf(text.value) !== 'none' || !classifyName(name).startsWith("submit-key") || !wordsOf(environment.name).some((word) => environmentOfWord(word) === 'staging')) return;
  yield {
    aspect: 'environment',
    ...place,
    evidence: [{ kind: 'name', ...place, detail: environment.name }, { kind: 'destination', ...address.place, detail: address.host ?? '' }],
    via: [],
    data: { from: 'staging', to: 'production' },
  };
}
