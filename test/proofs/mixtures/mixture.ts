import type { Range } from '@submit-guard/core';
import { makeCredential } from '../../credentials/credentials.ts';
import type { Randomness } from '../../credentials/randomness.ts';
import type { Client } from '../snippets/clients.ts';
import { clients, renderSnippet } from '../snippets/clients.ts';
import { anySubmitRequest, otherServices } from '../snippets/requests.ts';

/** One pasted snippet and where its credential stands in the file. */
export interface Part {
  readonly client: Client;
  /** `submit`, or the name of the other service. */
  readonly service: string;
  readonly credential: Range;
}

/** Several snippets in one file. */
export interface Mixture {
  /** Of the one language that all parts are in, or of a document. */
  readonly path: string;
  readonly text: string;
  readonly parts: readonly Part[];
}

const serviceNames = Object.keys(otherServices);

/** Submit at least once, another service at least once, two to four in all, in any order. */
function chooseServices(random: Randomness): string[] {
  const count = 2 + random.below(3);
  const rest = Array.from({ length: count - 2 }, () => (random.next() < 0.4 ? 'submit' : random.pick(serviceNames)));
  return random.shuffle(['submit', random.pick(serviceNames), ...rest]);
}

/** Clients for the parts: all the same, all of one language, or any. */
function chooseClients(random: Randomness, count: number): Client[] {
  const first = random.pick(clients);
  const manner = random.below(3);
  const pool = manner === 0 ? [first] : manner === 1 ? clients.filter((client) => client.language === first.language) : clients;
  return Array.from({ length: count }, () => random.pick(pool));
}

/** What stands between two snippets: empty lines, or the prose and fences of a document. */
const separators: readonly ((part: string, client: Client) => string)[] = [
  (code) => `${code}\n`,
  (code) => `${code}\n\n`,
  (code) => `${code}\n\n\n`,
  (code) => `${code}\n\n${'-'.repeat(72)}\n\n`,
  (code, client) => `## ${client.library}\n\n\`\`\`${client.language}\n${code}\n\`\`\`\n\n`,
];

/** Makes a file as it comes about when people paste snippets below each other. */
export function makeMixture(random: Randomness): Mixture {
  const services = chooseServices(random);
  const chosen = chooseClients(random, services.length);
  const wrap = random.pick(separators);
  const parts: Part[] = [];
  let text = '';
  for (const [index, service] of services.entries()) {
    const client = chosen[index] as Client;
    const credential = makeCredential(random);
    const request = service === 'submit' ? anySubmitRequest(random, credential) : otherServices[service]?.(random, credential);
    if (request === undefined) throw new Error(`There is no service ${service}.`);
    const code = wrap(renderSnippet(client, request).trimEnd(), client);
    const start = text.length + code.indexOf(credential);
    parts.push({ client, service, credential: { start, end: start + credential.length } });
    text += code;
  }
  const extensions = new Set(chosen.map(({ extension }) => extension));
  return { path: `mixture${extensions.size === 1 && wrap.length === 1 ? [...extensions].join('') : '.md'}`, text, parts };
}
