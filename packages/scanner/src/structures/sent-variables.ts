import type { Match } from '@submit-guard/core';
import { credibilityOf, describeValue, printable, Secret } from '@submit-guard/core';
import { MalformedError } from './documents/malformed-error.ts';
import { rangeOfText } from './documents/text.ts';
import { formatOf } from './formats/index.ts';
import { placeFinder } from './place-finder.ts';
import type { RequestOptions } from './sent-keys.ts';
import { sendingsOf } from './sent-keys.ts';
import type { Credential, Environment, Structure } from './structure.ts';

/** A file of a test tool, read by its structure. */
export interface ToolDocument {
  /** As it is reported, `/`-separated. */
  readonly path: string;
  readonly structure: Structure;
}

/** Reads a file by its structure; `undefined` where it has none, or another one than it says. */
export function readToolDocument(path: string, text: string): ToolDocument | undefined {
  const place = path.toLowerCase();
  try {
    const structure = formatOf(place, text)?.read(text, place);
    return structure && { path, structure };
  } catch (error) {
    // The scan of the file by itself has said so.
    if (error instanceof MalformedError || error instanceof RangeError) return undefined;
    throw error;
  }
}

/**
 * The keys in an environment that requests of other files send to Submit, whatever they are called.
 *
 * @param beside - files with further variables, in force together with those of an environment of the same name, or with all where they have none.
 * @param senders - files with requests for which the environment may be in force.
 * @returns matches in the text of `holder`, each once; the evidence names the request and its file.
 */
export function sentVariables(holder: ToolDocument, beside: readonly ToolDocument[], senders: readonly ToolDocument[], options: RequestOptions): readonly Match[] {
  const own = new Set(holder.structure.environments.flatMap(({ variables }) => variables));
  const environments = holder.structure.environments.map((environment) => withNeighbours(environment, beside));
  const placeAt = placeFinder(holder.structure.places);
  const matches = new Map<number, Match>();
  for (const sender of senders) {
    const requestAt = placeFinder(sender.structure.places);
    for (const request of requestsOf(sender, senders)) {
      for (const { owner, address, literal, credential } of sendingsOf({ requests: [request], environments }, options)) {
        const [variable] = literal.variables;
        const { value } = literal.text;
        if (owner !== 'submit' || variable === undefined || !own.has(variable) || credibilityOf(value) === 'none') continue;
        if (credential.scheme === 'header' && /^\s*basic\s/i.test(literal.prefix)) continue;
        const range = rangeOfText(literal.text);
        if (matches.has(range.start)) continue;
        const words = requestAt(rangeOfText(request.url).start)?.words ?? 'a request';
        const detail = `${address.host ?? ''} by ${words} in ${printable(sender.path)}`;
        const place = placeAt(range.start)?.words;
        matches.set(range.start, {
          aspect: 'key',
          ...range,
          secret: new Secret(value),
          evidence: [{ kind: 'destination', ...variable.place, detail }, { kind: 'value', ...range, detail: describeValue(value) }],
          via: [],
          ...(place !== undefined && { data: { place } }),
        });
      }
    }
  }
  return [...matches.values()].sort((a, b) => a.start - b.start);
}

/** Names of environments that are in force together with any other. */
const common = /^(?:|globals|\$shared)$/i;

function withNeighbours(environment: Environment, beside: readonly ToolDocument[]): Environment {
  const further = beside.flatMap(({ structure }) => structure.environments).filter(({ name }) => name === environment.name || common.test(name));
  return further.length === 0 ? environment : { ...environment, variables: [...environment.variables, ...further.flatMap(({ variables }) => variables)] };
}

/** The requests of a file, those without a credential with what folders above hand down. */
function requestsOf({ path, structure }: ToolDocument, documents: readonly ToolDocument[]): Structure['requests'] {
  const folderOf = (of: string): string => of.slice(0, of.lastIndexOf('/') + 1);
  const inherited: readonly Credential[] = documents.filter((document) => path.startsWith(folderOf(document.path))).flatMap((document) => document.structure.handedDown);
  return structure.requests.map((request) => (request.credentials.length > 0 || inherited.length === 0 ? request : { ...request, credentials: inherited }));
}
