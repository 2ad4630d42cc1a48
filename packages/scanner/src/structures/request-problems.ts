import type { Evidence, Match, Range } from '@submit-guard/core';
import { classifyName, environmentOfWord, namesBareKey, wordsOf } from '@submit-guard/core';
import { rangeOfText } from './documents/text.ts';
import type { RequestOptions, Sending } from './sent-keys.ts';
import { template } from './structure.ts';

/**
 * What is wrong with how requests send the keys that they refer to: the scheme, the address, the environment. Keys that stand in the file
 * are reported as keys, not here.
 */
export function* requestProblems(sendings: readonly Sending[], options: RequestOptions): Generator<Match> {
  for (const sending of sendings) {
    const { owner, literal, credential } = sending;
    if (!isReference(literal.text.value) && literal.text.value !== '') continue;
    if (owner === 'submit') {
      yield* schemeProblem(sending);
      yield* addressProblem(sending);
      yield* environmentProblem(sending, options);
    }
    if (owner === 'other' && namesIn(credential.text.value).some((name) => classifyName(name) === 'submit-key')) yield originProblem(sending);
  }
}

function isReference(value: string): boolean {
  return [...value.matchAll(template)].some(([whole]) => whole.length === value.length);
}

/** Names of variables in a text. */
function namesIn(value: string): readonly string[] {
  return [...value.matchAll(template)].map((match) => (match[1] ?? match[2] ?? match[3] ?? '').trim());
}

function destination({ address }: Sending): Evidence {
  return { kind: 'destination', ...address.place, detail: address.host ?? '' };
}

function* schemeProblem(sending: Sending): Generator<Match> {
  const { literal, credential } = sending;
  if (credential.scheme !== 'header' || !namesIn(credential.text.value).some(namesBareKey)) return;
  const [, scheme = '', space = ''] = /^\s*([\w-]*)(\s*)/.exec(literal.prefix) ?? [];
  const problem = scheme === '' ? 'has no scheme' : scheme.toLowerCase() !== 'bearer' ? `uses the scheme ${scheme}` : space.length > 1 && 'has stray white space';
  if (problem === false) return;
  yield { aspect: 'scheme', ...rangeOfText(credential.text), evidence: [destination(sending)], via: [], data: { problem } };
}

/** Plain HTTP, and a base path that Submit does not have. */
function* addressProblem(sending: Sending): Generator<Match> {
  const { protocol, path } = sending.address;
  if (protocol === undefined) return;
  const isWrong = protocol === 'http' || !/^\/?$|^\/(?:api|jobs)(?:[/?#]|$)|[{$<]/.test(path);
  if (isWrong) yield originProblem(sending);
}

function originProblem(sending: Sending): Match {
  const { address, credential } = sending;
  const names = namesIn(credential.text.value);
  const range = address.whole;
  const origin = `${address.protocol === undefined ? '' : `${address.protocol}://`}${address.host ?? ''}${address.path.slice(0, 60)}`;
  const evidence: Evidence = names[0] === undefined ? destination(sending) : { kind: 'name', ...rangeOfText(credential.text), detail: names[0] };
  return { aspect: 'origin', ...range, evidence: [evidence], via: [], data: { origin } };
}

/** A variable of an environment that is named for another one than the host. */
function* environmentProblem({ address, literal, environment }: Sending, { stagingHosts }: RequestOptions): Generator<Match> {
  const toStaging = stagingHosts.includes(address.host ?? '');
  const variable = literal.variables.find((candidate) => environment?.variables.includes(candidate));
  if (environment === undefined || variable === undefined || !classifyName(variable.name, ['atomyx']).startsWith("submit-key")) return;
  const contradicts = wordsOf(environment.name).some((word) => environmentOfWord(word) === (toStaging ? 'production' : 'staging'));
  if (!contradicts) return;
  const range: Range = variable.place;
  const data = toStaging ? { from: 'production', to: 'staging' } : { from: 'staging', to: 'production' };
  yield {
    aspect: 'environment',
    ...range,
    evidence: [{ kind: 'name', ...range, detail: environment.name }, { kind: 'destination', ...address.place, detail: address.host ?? '' }],
    via: [],
    data,
  };
}
