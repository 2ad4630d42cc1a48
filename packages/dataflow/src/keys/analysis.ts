import type { Evidence, Match, Range } from '@submit-guard/core';
import type { ProgramFacts } from '../folding/evaluator.ts';
import { Evaluator } from '../folding/evaluator.ts';
import { piecesOf } from '../folding/text.ts';
import type { Part, Value } from '../folding/value.ts';
import type { ProgramIndex } from '../programs/program-index.ts';
import { indexProgram } from '../programs/program-index.ts';
import type { Destination, Hosts } from '../requests/destination.ts';
import { destinationOf } from '../requests/destination.ts';
import { findRequests } from '../requests/find-requests.ts';
import type { Field, HttpRequest } from '../requests/request.ts';
import type { Program } from '../syntax/node.ts';
import { rangeOf } from '../syntax/range.ts';
import { clientKeys } from './client-keys.ts';
import { credentialOf } from './credential.ts';
import { keyMatch } from './key-match.ts';
import { mergeKeys } from './merge-keys.ts';
import type { NameContext } from './key-names.ts';
import { namesSubmitKey } from './key-names.ts';
import { optionKeys } from './option-keys.ts';
import { queryKeys } from './query-keys.ts';
import { namingOf } from './key-name-of-node.ts';
import { KeyTaint } from './key-taint.ts';

export interface AnalysisOptions {
  /** Hosts of the Submit API and of gateways to it, lower case. */
  readonly hosts: readonly string[];
  /** Hosts of Submit's staging environment, lower case. */
  readonly stagingHosts: readonly string[];
  /** Names that mean a Submit key besides those that say so themselves. */
  readonly isSubmitName: (name: string) => boolean;
}

/** A request with what the analysis knows of where it goes. */
export interface PlacedRequest {
  readonly request: HttpRequest;
  readonly destination: Destination;
  /** Its `Authorization` headers. */
  readonly credentials: readonly Field[];
}

/**
 * Everything the rules ask of one program. Nothing is computed before it is asked for, and nothing twice.
 */
export class ProgramAnalysis {
  readonly program: Program;
  readonly evaluator: Evaluator;
  readonly hosts: Hosts;
  readonly names: NameContext;
  readonly source: string;
  readonly #eachNode: ProgramFacts['eachNode'];
  #index: ProgramIndex | undefined;
  #requests: readonly PlacedRequest[] | undefined;
  #submitRequests: readonly PlacedRequest[] | undefined;
  #taint: KeyTaint | undefined;
  #keys: readonly Match[] | undefined;
  #foreign: readonly Range[] | undefined;

  constructor(program: Program, facts: ProgramFacts, options: AnalysisOptions) {
    this.program = program;
    this.source = facts.source;
    this.#eachNode = facts.eachNode;
    this.evaluator = new Evaluator(facts);
    this.hosts = { submit: new Set(options.hosts), staging: new Set(options.stagingHosts) };
    this.names = { atomyx: /atomyx/i.test(facts.source), isSubmitName: options.isSubmitName };
  }

  get index(): ProgramIndex {
    return (this.#index ??= indexProgram(this.program, this.evaluator.keys, this.#eachNode, (name) => /atomyx|submit/i.test(name) || this.names.isSubmitName(name)));
  }

  /** The requests of the program and the defaults of its client instances, with their destinations. */
  get requests(): readonly PlacedRequest[] {
    if (this.#requests) return this.#requests;
    if (!this.#mayHoldRequests()) return (this.#requests = []);
    return (this.#requests = findRequests(this.evaluator, this.index, this.hosts).map((request) => ({
      request,
      destination: withProtocol(bestDestination(request.url?.values ?? [], this.hosts), request.protocol),
      credentials: request.headers.fields.filter((field) => field.name === 'authorization'),
    })));
  }

  /** Without a Submit host and without a name of its key or callbacks in the text, no request can be one that a rule is about. */
  #mayHoldRequests(): boolean {
    if (this.names.atomyx || this.index.members.some((member) => member.property.type === 'Identifier' && this.names.isSubmitName(member.property.name))) return true;
    if (this.#mentionsHost()) return true;
    return /submit[\s\w$.'"[\]?!:{]{0,40}?(?:api[-_]?key|bearer|callback|webhook)|(?:callback|webhook)s?[-_/.]?submit/i.test(this.source);
  }

  #mentionsHost(): boolean {
    return [...this.hosts.submit, ...this.hosts.staging].some((host) => this.source.includes(host));
  }

  /** Requests to Submit or its staging. */
  get submitRequests(): readonly PlacedRequest[] {
    return (this.#submitRequests ??= this.requests.filter(({ destination }) => destination.kind === 'submit' || destination.kind === 'staging'));
  }

  get taint(): KeyTaint {
    if (this.#taint) return this.#taint;
    this.#taint = new KeyTaint(this.evaluator, this.names);
    for (const { credentials } of this.submitRequests) {
      for (const field of credentials) this.#taint.add(field.values.flatMap((value) => credentialParts(value)));
    }
    this.#taint.setLiterals(this.keys.flatMap((match) => (match.pieces ?? [match]).map(({ start }) => start)));
    return this.#taint;
  }

  /** Literal Submit keys by data flow and by name, in the order of the text. */
  get keys(): readonly Match[] {
    return (this.#keys ??= mergeKeys([...this.#sentKeys(), ...this.#namedKeys(), ...this.#clientKeys(), ...this.#optionKeys(), ...this.#queryKeys()], this.foreign));
  }

  /** Literals that are sent as credentials to hosts that are not Submit's. */
  get foreign(): readonly Range[] {
    return (this.#foreign ??= this.requests.flatMap(({ destination, credentials }) =>
      destination.kind === 'other' ? credentials.flatMap((field) => field.values.flatMap((value) => piecesOf(value).map((piece) => piece.place))) : [],
    ));
  }

  #sentKeys(): readonly Match[] {
    return this.submitRequests.flatMap(({ request, destination, credentials }) =>
      credentials.flatMap((field) =>
        field.values.flatMap((value) => {
          const parts = credentialOf(value)?.parts;
          const place = rangeOf(request.url?.node ?? request.node);
          const evidence: Evidence = { kind: 'destination', ...place, detail: destination.host ?? 'the Submit API' };
          return (parts && keyMatch(parts, [evidence])) ?? [];
        }),
      ),
    );
  }

  /** A client called Submit's may be anybody's where nothing in the program says Atomyx. */
  #clientKeys(): readonly Match[] {
    return this.names.atomyx ? this.index.calls.flatMap((call) => clientKeys(this.evaluator, call)) : [];
  }

  /** Only where the program itself writes a host of Submit. */
  #optionKeys(): readonly Match[] {
    return this.#mentionsHost() ? this.index.objects.flatMap((object) => optionKeys(this.evaluator, object, this.hosts)) : [];
  }

  #queryKeys(): readonly Match[] {
    return this.index.texts
      .filter((text) => text.type === 'Literal' && text.value.includes('?'))
      .flatMap((text) => this.evaluator.evaluate(text).flatMap((value) => queryKeys(value, this.names, this.hosts)));
  }

  #namedKeys(): readonly Match[] {
    const seen = new Set<unknown>();
    return this.index.texts.flatMap((text) => {
      const naming = namingOf(this.evaluator, text);
      if (!naming || seen.has(naming.value)) return [];
      seen.add(naming.value);
      if (!namesSubmitKey(naming.names, this.names)) return [];
      const evidence: Evidence = { kind: 'name', ...rangeOf(naming.nameNode), detail: naming.names.join('.') };
      return this.evaluator.evaluate(naming.value).flatMap((value) => {
        const parts = credentialOf(value)?.parts;
        return (parts && keyMatch(parts, [evidence])) ?? [];
      });
    });
  }
}

/** Where the first URL that is known goes; a Submit host among alternatives decides. */
function bestDestination(values: readonly Value[], hosts: Hosts): Destination {
  const all = values.map((value) => destinationOf(value, hosts));
  return all.find(({ kind }) => kind === 'submit' || kind === 'staging') ?? all.find(({ kind }) => kind !== 'unknown') ?? { kind: 'unknown' };
}

/** The scheme that a client uses by itself counts where the URL names none. */
function withProtocol(destination: Destination, protocol: string | undefined): Destination {
  return destination.protocol === undefined && protocol !== undefined && destination.host !== undefined ? { ...destination, protocol } : destination;
}

/** The values behind the scheme of a header. */
function credentialParts(value: Value): readonly Value[] {
  const parts: readonly Part[] = credentialOf(value)?.parts ?? [];
  return [{ kind: 'text', parts }];
}
