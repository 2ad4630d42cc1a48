import { argumentsOf } from '../folding/calls.ts';
import type { Evaluator } from '../folding/evaluator.ts';
import type { Frame } from '../folding/frame.ts';
import { entriesOf } from '../folding/members.ts';
import { computedText, concatenate, knownText } from '../folding/text.ts';
import type { Entry, Record, Value } from '../folding/value.ts';
import type { CallLike, Node } from '../syntax/node.ts';
import type { ArgumentRole } from '../tables/request-clients.ts';
import { optionNames } from '../tables/request-clients.ts';
import { fieldsOf, holdersOf, overriding } from './field-sets.ts';
import { hookHeaders } from './hooks.ts';
import type { Address, FieldSet, HttpRequest } from './request.ts';
import { noFields } from './request.ts';

/** What one call says of a request, before the defaults of its client are added. */
export interface CallReading {
  readonly url: Address | undefined;
  /** What relative URLs are joined to. */
  readonly base: Address | undefined;
  readonly headers: FieldSet;
  readonly query: FieldSet;
  readonly body: Address | undefined;
}

const nothing: CallReading = { url: undefined, base: undefined, headers: noFields, query: noFields, body: undefined };

/** Reads the arguments of a call by their roles. */
export function readCall(evaluator: Evaluator, call: CallLike, roles: readonly ArgumentRole[], frame: Frame | undefined): CallReading {
  const args = argumentsOf(evaluator, call, frame);
  let reading = nothing;
  for (const [index, role] of roles.entries()) {
    const values = args[index];
    const node = call.arguments[index];
    if (!values || !node) continue;
    const record = values.find((value) => value.kind === 'record' && value.type === undefined);
    if (role === 'options' || (record && (role === 'url' || role === 'method'))) reading = merge(reading, readOptions(evaluator, values, node));
    else if (role === 'url') reading = merge(reading, { ...nothing, url: { values, node } });
    else if (role === 'method' && looksLikeUrl(values)) reading = merge(reading, { ...nothing, url: { values, node } });
    else if (role === 'body') reading = { ...reading, body: { values, node } };
    else if (role === 'query') reading = { ...reading, query: overriding(fieldsOf(values, node), reading.query) };
  }
  if (call.arguments.length > roles.length || args.length < call.arguments.length) {
    const rest = call.arguments.slice(roles.length).filter((argument) => !argument.type.includes('Function'));
    if (rest.length > 0) reading = { ...reading, headers: { ...reading.headers, complete: false } };
  }
  return reading;
}

function looksLikeUrl(values: readonly Value[]): boolean {
  return values.some((value) => !/^[A-Z]{3,7}$/i.test(knownText(value) ?? '/'));
}

/** Joins what two arguments say; the second decides. */
function merge(first: CallReading, second: CallReading): CallReading {
  return {
    url: second.url ?? first.url,
    base: second.base ?? first.base,
    headers: overriding(second.headers, first.headers),
    query: overriding(second.query, first.query),
    body: second.body ?? first.body,
  };
}

function readOptions(evaluator: Evaluator, values: readonly Value[], node: Node): CallReading {
  let reading = nothing;
  let complete = true;
  for (const value of values) {
    if (value.kind === 'record') reading = merge(reading, readRecord(evaluator, value));
    else if (value.kind !== 'constant' && value.kind !== 'function') complete = false;
  }
  const holders = [...(reading.headers.holders ?? []), ...holdersOf(values)];
  return { ...reading, headers: { node, ...reading.headers, holders, complete: complete && reading.headers.complete } };
}

function readRecord(evaluator: Evaluator, record: Record): CallReading {
  const entry = (names: readonly string[]): Entry | undefined => names.flatMap((name) => entriesOf(record, name))[0];
  const address = (names: readonly string[]): Address | undefined => addressOf(record, names);
  const nested = entry(['use']);
  const inner = nested?.values().find((value) => value.kind === 'record');
  const outer = inner ? readRecord(evaluator, inner) : nothing;
  const headers = headersOf(evaluator, record, entry);
  const query = entry(optionNames.query);
  const parameters = query?.values().find((value) => value.kind === 'record');
  const deeper = parameters && entriesOf(parameters, 'query')[0];
  const host = address(optionNames.host);
  return merge(outer, {
    url: address(optionNames.url) ?? (host && hostUrl(record, host)) ?? address(optionNames.path),
    base: address(optionNames.base),
    headers,
    query: deeper ? fieldsOf(deeper.values(), deeper.valueNode) : query ? fieldsOf(query.values(), query.valueNode) : noFields,
    body: bodyOf(record),
  });
}

function bodyOf(record: Record): Address | undefined {
  for (const name of optionNames.body) {
    const [entry] = entriesOf(record, name);
    const values = entry?.values().filter((value) => value.kind !== 'constant') ?? [];
    if (entry && values.length > 0) return { values, node: entry.valueNode };
  }
  return undefined;
}

function addressOf(record: Record, names: readonly string[]): Address | undefined {
  for (const name of names) {
    const entries = entriesOf(record, name);
    if (entries[0]) return { values: entries.flatMap((entry) => entry.values()), node: entries[0].valueNode };
  }
  return undefined;
}

/** `{ protocol, hostname, port, path }` of `node:http` as one URL. The scheme is left open where nothing says it. */
function hostUrl(record: Record, host: Address): Address {
  const protocol = knownText(addressOf(record, ['protocol'])?.values[0]) ?? '';
  const path = addressOf(record, optionNames.path)?.values[0];
  const values = host.values.map((value): Value => {
    const known = knownText(value);
    const prefix = known !== undefined && /^[a-z]+:\/\//i.test(known) ? '' : `${protocol.replace(/:?$/, protocol ? ':' : '')}//`;
    return concatenate([computedText(prefix, host.node), value, ...(path ? [path] : [])]) ?? value;
  });
  return { values, node: host.node };
}

function headersOf(evaluator: Evaluator, record: Record, entry: (names: readonly string[]) => Entry | undefined): FieldSet {
  let fields: FieldSet = { ...noFields, complete: record.complete };
  const headers = entry(optionNames.headers);
  if (headers) fields = { ...overriding(fieldsOf(headers.values(), headers.valueNode), fields), node: headers.valueNode };
  const parameters = entry(['params'])?.values().find((value) => value.kind === 'record');
  const header = parameters && entriesOf(parameters, 'header')[0];
  if (header) fields = overriding(fieldsOf(header.values(), header.valueNode), fields);
  const auth = entry(['auth']);
  if (auth) fields = overriding(authFields(auth), fields);
  for (const name of optionNames.hooks) {
    const hook = entry([name]);
    if (hook) fields = overriding(hookHeaders(evaluator, hook), { ...fields, complete: false });
  }
  return fields;
}

/** `auth: { bearer }`, `auth: { username, password }`: headers that the client makes by itself. */
function authFields(auth: Entry): FieldSet {
  for (const value of auth.values()) {
    if (value.kind !== 'record') continue;
    const bearer = entriesOf(value, 'bearer')[0];
    if (bearer) return { fields: [{ name: 'authorization', values: withScheme('Bearer ', bearer), node: bearer.valueNode, key: bearer.key }], complete: true };
    const user = entriesOf(value, 'username')[0] ?? entriesOf(value, 'user')[0];
    const key = entriesOf(value, 'password')[0] ?? user;
    if (key) return { fields: [{ name: 'authorization', values: [...withScheme('Basic ', key), ...(user ? withScheme('Basic ', user) : [])], node: auth.valueNode, key: auth.key }], complete: true };
  }
  return { fields: [], complete: false };
}

function withScheme(scheme: string, entry: Pick<Entry, 'values' | 'valueNode'>): readonly Value[] {
  return entry.values().map((value) => concatenate([computedText(scheme, entry.valueNode), value]) ?? value);
}

/** A request out of what its call and, outermost last, the instances behind it say. */
export function requestOf(base: Pick<HttpRequest, 'client' | 'node' | 'frame' | 'kind'>, readings: readonly CallReading[]): HttpRequest {
  const [call = nothing, ...defaults] = readings;
  let { headers, query } = call;
  let prefix = call.base;
  for (const reading of defaults) {
    headers = overriding(headers, reading.headers);
    query = overriding(query, reading.query);
    prefix ??= reading.base ?? reading.url;
  }
  if (call.headers.node) headers = { ...headers, node: call.headers.node };
  return { ...base, url: join(prefix, call.url), headers, query, body: call.body };
}

/** Puts the base in front of a relative URL; the URL as written is the place of the whole. */
function join(base: Address | undefined, url: Address | undefined): Address | undefined {
  if (!base || !url) return url ?? base;
  const values = url.values.flatMap((path) =>
    base.values.map((prefix) => {
      const text = path.kind === 'text' ? path : undefined;
      const start = text?.parts[0]?.kind === 'piece' ? text.parts[0].text : undefined;
      if (start !== undefined && /^[a-z][a-z0-9+.-]*:\/\//i.test(start)) return path;
      const end = prefix.kind === 'text' ? prefix.parts[prefix.parts.length - 1] : undefined;
      const slash = start !== undefined && !start.startsWith('/') && end?.kind === 'piece' && !end.text.endsWith('/');
      return concatenate([prefix, ...(slash ? [computedText('/', url.node)] : []), path]) ?? path;
    }),
  );
  const relative = url.values.every((value) => !/^[a-z][a-z0-9+.-]*:/i.test(knownText(value) ?? 'x:'));
  return { values, node: relative ? base.node : url.node };
}
