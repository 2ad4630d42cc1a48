import type { Evaluator } from '../folding/evaluator.ts';
import { entriesOf } from '../folding/members.ts';
import { computedText, concatenate, knownText } from '../folding/text.ts';
import type { Entry, Record, Value } from '../folding/value.ts';
import type { Node } from '../syntax/node.ts';
import { optionNames } from '../tables/request-clients.ts';
import type { CallReading } from './call-reading.ts';
import { merge, nothing } from './call-reading.ts';
import { fieldsOf, holdersOf, overriding } from './field-sets.ts';
import { hookHeaders } from './hooks.ts';
import type { Address, FieldSet } from './request.ts';
import { noFields } from './request.ts';

/** Reads the object of options that every client takes, under whichever names it uses. */
export function readOptions(evaluator: Evaluator, values: readonly Value[], node: Node): CallReading {
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
  const entry = (names: readonly string[]): Entry | undefined => firstEntry(record, names);
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

function firstEntry(record: Record, names: readonly string[]): Entry | undefined {
  for (const name of names) {
    const [first] = entriesOf(record, name);
    if (first) return first;
  }
  return undefined;
}

function bodyOf(record: Record): Address | undefined {
  for (const name of optionNames.body) {
    const [entry] = entriesOf(record, name);
    const values = entry?.values().filter((value) => value.kind !== 'constant') ?? [];
    if (entry && values.length > 0) return { values, node: entry.valueNode };
  }
  return undefined;
}

/** The first of the members `names` that a record has. */
export function addressOf(record: Record, names: readonly string[]): Address | undefined {
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
