import type { TSESTree } from '@typescript-eslint/types';
import type { Evidence, Match } from '@submit-guard/core';
import type { Evaluator } from '../folding/evaluator.ts';
import type { Value } from '../folding/value.ts';
import type { Hosts } from '../requests/destination.ts';
import { destinationOf } from '../requests/destination.ts';
import { nameOfKey } from '../syntax/property-name.ts';
import { rangeOf } from '../syntax/range.ts';
import { optionNames } from '../tables/request-clients.ts';
import { credentialOf } from './credential.ts';
import { keyMatch } from './key-match.ts';

const addresses: ReadonlySet<string> = new Set([...optionNames.base, ...optionNames.url, 'basePath', 'endpoint', 'apiUrl']);

/** Options in which clients get their credential, as a text or from a function. */
const credentials = /^(?:auth|authToken|(?:get)?(?:access|api|bearer|auth)?(?:token|key)|bearer)$/i;

/** Literal keys in the options of a client whose address is Submit's: `{ baseUrl: 'https://submit.atomyx.io/api', auth: () => '...' }`. */
export function optionKeys(evaluator: Evaluator, object: TSESTree.ObjectExpression, hosts: Hosts): readonly Match[] {
  const named = object.properties.filter((property) => property.type === 'Property');
  const options = named.filter((property) => credentials.test(nameOfKey(property.key) ?? ''));
  const address = options.length > 0 ? named.find((property) => addresses.has(nameOfKey(property.key) ?? '')) : undefined;
  if (!address) return [];
  const destination = evaluator.evaluate(address.value).map((value) => destinationOf(value, hosts)).find(({ kind }) => kind === 'submit' || kind === 'staging');
  if (!destination) return [];
  const evidence: Evidence = { kind: 'destination', ...rangeOf(address.value), detail: destination.host ?? 'the Submit API' };
  return options.flatMap((option) => evaluator.evaluate(option.value).flatMap((value) => given(evaluator, value, option)).flatMap((value) => {
    const parts = value.kind === 'text' ? credentialOf(value)?.parts : undefined;
    return (parts && keyMatch(parts, [evidence])) ?? [];
  }));
}

function given(evaluator: Evaluator, value: Value, site: TSESTree.Node): readonly Value[] {
  return value.kind === 'function' ? evaluator.apply(value, [], site) : [value];
}
