import type { Node } from '../syntax/node.ts';
import type { KnownCall } from './known-functions.ts';
import { recordOf } from './literals.ts';
import { carrying, combinations, computedText, concatenate, cutText, knownText, leadingText } from './text.ts';
import type { Entry, Record, Value } from './value.ts';

type Constructor = (call: KnownCall) => readonly Value[] | undefined;

/** Things that hold names and values: made from a record, a list of pairs, or another of their kind. */
const holder =
  (type: string): Constructor =>
  ({ args, node }) => {
    const init = args[0];
    if (!init || init.length === 0) return [recordOf(node, [], true, type)];
    return init.map((value): Value => {
      if (value.kind === 'record') return { ...value, type, node };
      if (value.kind === 'list') return { ...recordOf(node, pairsOf(value.items), value.complete, type) };
      if (value.kind === 'constant') return recordOf(node, [], true, type);
      return { ...recordOf(node, [], false, type), spreads: value.kind === 'opaque' ? [value] : [] };
    });
  };

function pairsOf(items: readonly (readonly Value[])[]): readonly Entry[] {
  return items.flatMap((item): Entry[] => {
    const pair = item[0];
    if (pair?.kind !== 'list') return [];
    return [{ name: knownText(pair.items[0]?.[0]), node: pair.node, key: pair.node, valueNode: pair.node, values: () => pair.items[1] ?? [] }];
  });
}

/** `new URL(path, base)`: resolved as far as both are known. */
const url: Constructor = ({ evaluator, node, args }) =>
  combinations(args.slice(0, 2)).map((row): Record => {
    const [path, base] = row;
    const href = base && path ? resolveUrl(path, base, node) : path;
    const value = href ?? evaluator.unknown(node);
    return recordOf(node, [{ name: 'href', node, key: node, valueNode: node.arguments[0] ?? node, values: () => [value] }], false, 'URL');
  });

/** Joins a path to a base as `new URL` does: an absolute path replaces the base's, a relative one its last segment. */
function resolveUrl(path: Value, base: Value, node: Node): Value | undefined {
  const target = base.kind === 'record' && base.type === 'URL' ? base.entries[0]?.values()[0] : base;
  const start = path.kind === 'text' ? leadingText(path.parts) : undefined;
  if (start !== undefined && /^[a-z][a-z0-9+.-]*:/i.test(start)) return path;
  if (target === undefined) return undefined;
  const known = knownText(target);
  const origin = known === undefined ? undefined : /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i.exec(known)?.[0];
  if (known === undefined || origin === undefined || target.kind !== 'text') return concatenate([target, path]);
  if (start?.startsWith('/')) return concatenate([cutText(target, 0, origin.length) ?? target, path]);
  const folder = known.lastIndexOf('/') + 1;
  if (folder > origin.length) return concatenate([cutText(target, 0, folder) ?? target, path]);
  return concatenate([cutText(target, 0, origin.length) ?? target, computedText('/', node), path]);
}

/** Something that shows what it was made of: the message of an error, the content of a blob. */
const showing: Constructor = ({ args, node, origin }) => [carrying(node, origin, args.flat())];

/** Constructors of the platform and of clients that fold, by the names that `functionName` gives them. */
export const constructors: Readonly<globalThis.Record<string, Constructor>> = {
  Headers: holder('Headers'),
  'axios:AxiosHeaders': holder('Headers'),
  '@angular/common/http:HttpHeaders': holder('Headers'),
  'undici:Headers': holder('Headers'),
  'node-fetch:Headers': holder('Headers'),
  URLSearchParams: holder('URLSearchParams'),
  '@angular/common/http:HttpParams': holder('URLSearchParams'),
  FormData: holder('FormData'),
  'form-data': holder('FormData'),
  'undici:FormData': holder('FormData'),
  Map: holder('Map'),
  URL: url,
  Error: showing,
  TypeError: showing,
  RangeError: showing,
  AggregateError: showing,
  Blob: showing,
  String: ({ args }) => args[0],
};
