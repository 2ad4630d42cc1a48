import type { Origin } from '../origins/origin.ts';
import type { CallLike, Node } from '../syntax/node.ts';
import { decodeBase64 } from './bytes.ts';
import type { Evaluator } from './evaluator.ts';
import { itemsOf, recordOf, spreadInto } from './literals.ts';
import { limits } from './limits.ts';
import { effectiveEntries } from './members.ts';
import { hull } from './place.ts';
import { reactiveFunctions } from './reactive-functions.ts';
import { carrying, combinations, computedText, knownText, piecesOf } from './text.ts';
import type { Entry, Opaque, Piece, Value } from './value.ts';

export interface KnownCall {
  readonly evaluator: Evaluator;
  readonly node: CallLike;
  readonly args: readonly (readonly Value[])[];
  readonly origin: Origin;
}

type KnownFunction = (call: KnownCall) => readonly Value[] | undefined;

/** Folds a function of one text; a partly known text is carried through, an unfoldable one too. */
const ofText =
  (via: string | undefined, change: (text: string) => string | undefined): KnownFunction =>
  ({ args, node, origin }) =>
    args[0]?.map((value) => {
      const text = knownText(value);
      const changed = text === undefined ? undefined : attempt(() => change(text));
      if (changed === undefined) return carrying(node, origin, [value]);
      return changed === text && value.kind === 'text' ? value : computedText(changed, node, piecesOf(value), via);
    });

/** What a hostile argument makes throw (`decodeURIComponent('%')`) is not known. */
function attempt<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}

const same: KnownFunction = ({ args }) => args[0];

/** The result shows every argument in some form. */
const showsAll: KnownFunction = ({ args, node, origin }) => [carrying(node, origin, args.flat())];

const fromCodes =
  (make: (...codes: number[]) => string): KnownFunction =>
  ({ args, node }) =>
    combinations(args.slice(0, limits.items)).map((row) => {
      const codes = row.map((value) => (value.kind === 'constant' && typeof value.value === 'number' ? value.value : NaN));
      const text = codes.some(Number.isNaN) ? undefined : attempt(() => make(...codes));
      return text === undefined ? unknownAt(node) : computedText(text, node, numbersOf(row, node));
    });

/** The place of numbers that stand in a list, as a piece without text. */
function numbersOf(values: readonly Value[], node: Node): readonly Piece[] {
  const written = values.flatMap((value) => (value.kind === 'constant' ? { start: value.node.range[0], end: value.node.range[1] } : []));
  const { range } = node;
  return written.every(({ start, end }) => start >= range[0] && end <= range[1]) ? [{ kind: 'piece', text: '', place: hull(written), node, via: [] }] : [];
}

const bufferFrom: KnownFunction = ({ args, node, origin }) => {
  const encoding = args[1] === undefined ? 'utf8' : knownText(args[1][0]);
  return args[0]?.map((value): Value => {
    const codes = value.kind === 'list' && value.complete ? value.items.map((item) => (item[0]?.kind === 'constant' ? Number(item[0].value) : NaN)) : undefined;
    if (value.kind === 'list' && codes && !codes.some(Number.isNaN)) {
      return { kind: 'bytes', bytes: Uint8Array.from(codes), from: numbersOf(value.items.flatMap((item) => item[0] ?? []), value.node), node: value.node, via: undefined };
    }
    const text = value.kind === 'text' ? knownText(value) : undefined;
    if (text === undefined || encoding === undefined || !Buffer.isEncoding(encoding)) return carrying(node, origin, [value]);
    const plain = encoding === 'utf8' || encoding === 'utf-8';
    return { kind: 'bytes', bytes: Buffer.from(text, encoding), from: piecesOf(value), node, via: plain ? undefined : encoding };
  });
};

const assign: KnownFunction = ({ args, node }) => {
  const entries: Entry[] = [];
  const spreads: Opaque[] = [];
  let complete = true;
  for (const values of args) complete = spreadInto(entries, spreads, values) && complete;
  return [{ ...recordOf(node, entries, complete), spreads }];
};

const entriesToRecord: KnownFunction = ({ args, node }) => {
  const list = args[0]?.[0];
  if (list?.kind === 'record') return [{ ...recordOf(node, list.entries, list.complete), spreads: list.spreads }];
  if (list?.kind !== 'list') return undefined;
  const entries = list.items.flatMap((item): Entry[] => {
    const pair = item[0]?.kind === 'list' ? item[0] : undefined;
    const name = knownText(pair?.items[0]?.[0]);
    return pair ? [{ name, node: pair.node, key: pair.node, valueNode: pair.node, values: () => pair.items[1] ?? [] }] : [];
  });
  return [recordOf(node, entries, list.complete && entries.length === list.items.length)];
};

/** A list of what the members of a record are made to. */
const ofRecord =
  (item: (entry: Entry, node: Node) => readonly Value[]): KnownFunction =>
  (call) => {
    const record = call.args[0]?.length === 1 ? call.args[0][0] : undefined;
    if (record?.kind !== 'record' || record.spreads.length > 0) return showsAll(call);
    return [{ kind: 'list', items: effectiveEntries(record).slice(0, limits.items).map((entry) => item(entry, call.node)), complete: record.complete, node: call.node }];
  };

function unknownAt(node: Node): Opaque {
  return { kind: 'opaque', origin: { kind: 'expression', node }, node };
}

const arrayFrom: KnownFunction = ({ args, node }) => {
  const items = itemsOf(args[0]?.[0]);
  return items && args.length === 1 ? [{ kind: 'list', ...items, node }] : undefined;
};

/** With a replacer nobody knows what is left. */
const stringify: KnownFunction = ({ args, node, origin }) => {
  const replaced = args[1]?.some((value) => value.kind !== 'constant') ?? false;
  return replaced ? undefined : [carrying(node, origin, args[0] ?? [])];
};

/** Functions of the platform and of Node that fold, by the names that `functionName` gives them. */
export const knownFunctions: Readonly<Record<string, KnownFunction>> = {
  ...reactiveFunctions,
  atob: ofText('base64', (text) => decodeBase64(text)),
  btoa: ofText(undefined, (text) => Buffer.from(text, 'latin1').toString('base64')),
  String: ({ args, node }) => args[0]?.map((value) => (value.kind === 'constant' ? computedText(String(value.value), node) : value)),
  'String.fromCharCode': fromCodes((...codes) => String.fromCharCode(...codes)),
  'String.fromCodePoint': fromCodes((...codes) => String.fromCodePoint(...codes)),
  decodeURIComponent: ofText('percent', decodeURIComponent),
  decodeURI: ofText('percent', decodeURI),
  unescape: ofText('percent', (text) => text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))),
  encodeURIComponent: ofText(undefined, encodeURIComponent),
  encodeURI: ofText(undefined, encodeURI),
  escape: ofText(undefined, encodeURIComponent),
  'Buffer.from': bufferFrom,
  'Object.assign': assign,
  'Object.freeze': same,
  'Object.seal': same,
  'Object.fromEntries': entriesToRecord,
  'Object.entries': ofRecord((entry, node) => [{ kind: 'list', items: [[entry.name === undefined ? unknownAt(node) : computedText(entry.name, entry.key)], entry.values()], complete: true, node }]),
  'Object.values': ofRecord((entry) => entry.values()),
  'Promise.resolve': same,
  structuredClone: same,
  'Array.from': arrayFrom,
  'Array.of': ({ args, node }) => [{ kind: 'list', items: args, complete: true, node }],
  'JSON.stringify': stringify,
  'util:inspect': showsAll,
  'util:format': showsAll,
  'util:formatWithOptions': showsAll,
  'querystring:stringify': showsAll,
  'qs:stringify': showsAll,
  'path:join': showsAll,
};
