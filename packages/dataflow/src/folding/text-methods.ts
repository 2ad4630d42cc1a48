import type { Node } from '../syntax/node.ts';
import { limits } from './limits.ts';
import { literalPattern, whitespacePattern } from './patterns.ts';
import { computedText, concatenate, cutText, knownText, mapPieces, piecesOf, textOf } from './text.ts';
import type { Text, Value } from './value.ts';

type Method = (text: Text, values: readonly Value[], node: Node) => Value | undefined;

/**
 * String methods on folded text, by name. Each gets the receiver, one value for each argument and the call, and
 * returns `undefined` where the result cannot be told.
 */
export const textMethods: Readonly<Record<string, Method>> = {
  concat: (text, values) => concatenate([text, ...values]),
  slice: (text, values) => cut(text, integer(values[0], 0), integer(values[1], Infinity)),
  substring: (text, values) => {
    const [a, b] = [integer(values[0], 0), integer(values[1], Infinity)];
    if (a === undefined || b === undefined) return undefined;
    return cut(text, Math.max(0, Math.min(a, b)), Math.max(0, a, b));
  },
  substr: (text, values) => {
    const [from, length] = [integer(values[0], 0), integer(values[1], Infinity)];
    if (from === undefined || length === undefined || from < 0) return undefined;
    return cut(text, from, from + length);
  },
  at: (text, values) => character(text, integer(values[0], 0)),
  charAt: (text, values) => character(text, integer(values[0], 0)),
  charCodeAt: (text, values, node) => {
    const [known, at] = [knownText(text), integer(values[0], 0)];
    return known === undefined || at === undefined ? undefined : { kind: 'constant', value: known.charCodeAt(at), node };
  },
  toString: (text: Text) => text,
  valueOf: (text: Text) => text,
  normalize: (text) => text,
  toLowerCase: (text) => mapPieces(text, (piece) => piece.toLowerCase()),
  toUpperCase: (text) => mapPieces(text, (piece) => piece.toUpperCase()),
  trim: (text) => trimEnd(trimStart(text)),
  trimStart: (text) => trimStart(text),
  trimEnd: (text) => trimEnd(text),
  repeat: (text, values) => {
    const count = integer(values[0], undefined);
    const length = knownText(text)?.length;
    if (count === undefined || length === undefined || count < 0 || count > limits.parts) return undefined;
    if (length * count > limits.textLength) return undefined;
    return concatenate(Array.from({ length: count }, () => text));
  },
  padStart: (text, values, node) => pad(text, values, node, true),
  padEnd: (text, values, node) => pad(text, values, node, false),
  split: (text, values, node) => split(text, values, node),
  replace: (text, values) => replace(text, values, false),
  replaceAll: (text, values) => replace(text, values, true),
};

function integer<T>(value: Value | undefined, missing: T): number | T | undefined {
  if (value === undefined || (value.kind === 'constant' && value.value === undefined)) return missing;
  if (value.kind !== 'constant' || typeof value.value !== 'number' || Number.isNaN(value.value)) return undefined;
  return Math.trunc(value.value);
}

function cut(text: Text, from: number | undefined, to: number | undefined): Text | undefined {
  if (from === undefined || to === undefined) return undefined;
  if (from >= 0 && to >= 0) return cutText(text, from, to);
  const length = knownText(text)?.length;
  if (length === undefined) return undefined;
  return cutText(text, from < 0 ? Math.max(0, length + from) : from, to < 0 ? Math.max(0, length + to) : to);
}

function character(text: Text, at: number | undefined): Text | undefined {
  return at === undefined ? undefined : cut(text, at, at === -1 ? Infinity : at + 1);
}

function trimStart(text: Text): Text {
  const first = text.parts[0];
  if (first?.kind !== 'piece') return text;
  return cutText(text, first.text.length - first.text.trimStart().length) ?? text;
}

function trimEnd(text: Text): Text {
  const last = text.parts[text.parts.length - 1];
  if (last?.kind !== 'piece') return text;
  const kept = cutText(textOf(last), 0, last.text.trimEnd().length);
  return textOf(...text.parts.slice(0, -1), ...(kept?.parts ?? []));
}

function pad(text: Text, values: readonly Value[], node: Node, front: boolean): Text | undefined {
  const [known, target] = [knownText(text), integer(values[0], undefined)];
  const fill = values[1] === undefined ? ' ' : knownText(values[1]);
  if (known === undefined || target === undefined || fill === undefined || target > limits.textLength) return undefined;
  const missing = Math.max(0, target - known.length);
  const padding = computedText((fill === '' ? '' : fill.repeat(Math.ceil(missing / fill.length))).slice(0, missing), node);
  return concatenate(front ? [padding, text] : [text, padding]);
}

function split(text: Text, values: readonly Value[], node: Node): Value | undefined {
  const known = knownText(text);
  const separator = values[0] === undefined ? undefined : (knownText(values[0]) ?? literalPattern(values[0]));
  if (known === undefined || separator === undefined || known.length > limits.items) return undefined;
  const items: Value[][] = [];
  let at = 0;
  for (const item of known.split(separator)) {
    items.push([cutText(text, at, at + item.length) ?? computedText(item, node, piecesOf(text))]);
    at += item.length + separator.length;
  }
  return { kind: 'list', items, complete: true, node };
}

function replace(text: Text, values: readonly Value[], all: boolean): Text | undefined {
  const [pattern, replacement] = values;
  if (!pattern || !replacement) return undefined;
  const substitute = knownText(replacement);
  if (substitute === undefined || substitute.includes('$')) return undefined;
  const search = knownText(pattern) ?? literalPattern(pattern);
  const everywhere = all || (pattern.kind === 'pattern' && pattern.flags.includes('g'));
  if (search !== undefined && search !== '') return replaceKnown(text, search, replacement, everywhere);
  if (whitespacePattern(pattern) && substitute === '') return mapPieces(text, (piece) => piece.replace(/\s+/g, ''));
  return undefined;
}

/** Replaces within the pieces; a match that spans a hole is not seen. */
function replaceKnown(text: Text, search: string, replacement: Value, all: boolean): Text | undefined {
  const pieces: Value[] = [];
  let done = false;
  for (const part of text.parts) {
    if (part.kind !== 'piece') {
      pieces.push(part);
      continue;
    }
    let at = 0;
    for (let found = part.text.indexOf(search); found !== -1 && !done; found = part.text.indexOf(search, at)) {
      pieces.push(cutText(textOf(part), at, found) ?? textOf(part), replacement);
      at = found + search.length;
      done = !all;
      if (pieces.length > limits.parts) return undefined;
    }
    pieces.push(cutText(textOf(part), at) ?? textOf(part));
  }
  return concatenate(pieces);
}
