import type { CredentialForm } from '../../credentials/credentials.ts';
import { makeCredential } from '../../credentials/credentials.ts';
import { randomness } from '../../credentials/randomness.ts';
import type { TextEngine } from '../../judgements/engines.ts';
import { judge } from '../../judgements/judgement.ts';
import { placeOf } from '../../judgements/positions.ts';
import { clients, renderSnippet } from './clients.ts';
import { submitRequest } from './requests.ts';

/** The forms that the proof names; `prefixed` keys are easier. */
const provenForms: readonly CredentialForm[] = ['hex', 'base64url', 'uuid', 'jwt'];

/** A host that is not Submit, in a request that is otherwise the same. */
const otherHosts = ['api.printhub.example', 'submit.example.com', 'submit.atomyx.io.example.net', 'jobs.internal.example'];

const placeholders = ['YOUR_API_KEY', '<YOUR_API_KEY>', '{{submit_api_key}}', '$SUBMIT_API_KEY'];

export interface SnippetCase {
  /** For people: `python/requests, uuid key`. */
  readonly title: string;
  readonly path: string;
  readonly text: string;
  /** Where the key stands; empty where nothing may be found. */
  readonly keys: readonly { readonly start: number; readonly end: number }[];
}

/** Every client, once with each form of key, once with each other host, once with each placeholder. */
export function* snippetCases(seed: number): Generator<SnippetCase> {
  const random = randomness(seed);
  for (const client of clients) {
    const path = `snippet${client.extension}`;
    for (const form of provenForms) {
      const key = makeCredential(random, form);
      const text = renderSnippet(client, submitRequest(random, key));
      const start = text.indexOf(key);
      if (start < 0) throw new Error(`${client.id} does not write the key as it is.`);
      yield { title: `${client.id}, ${form} key`, path, text, keys: [{ start, end: start + key.length }] };
      for (const host of otherHosts) {
        yield { title: `${client.id}, ${form} token for ${host}`, path, text: renderSnippet(client, submitRequest(random, key, host)), keys: [] };
      }
    }
    for (const placeholder of placeholders) {
      yield { title: `${client.id}, ${placeholder}`, path, text: renderSnippet(client, submitRequest(random, placeholder)), keys: [] };
    }
  }
}

/**
 * What is wrong with one case, as sentences; empty when it is as it should be. A key must be found at its place with
 * confidence `high` or better; anything else must not be found with any confidence that is shown by default.
 */
export function faultsOf(engine: TextEngine, snippet: SnippetCase): string[] {
  const { text, path } = snippet;
  const spot = (offset: number): string => {
    const place = placeOf(text, offset);
    return `${place.line}:${place.column}`;
  };
  return [
    ...judge(engine(text, path, 'high'), snippet.keys).missed.map((key) => `${snippet.title}: key at ${spot(key.start)} not found`),
    ...judge(engine(text, path), snippet.keys).extra.map((match) => `${snippet.title}: false alarm at ${spot(match.start)}-${spot(match.end)}`),
  ];
}
