import type { Node } from '../syntax/node.ts';
import { limits } from './limits.ts';
import { coarse, hull, subPlace } from './place.ts';
import type { Opaque, Part, Piece, Text, Value } from './value.ts';

export function textOf(...parts: readonly Part[]): Text {
  return { kind: 'text', parts };
}

/**
 * Text that the program computes rather than writes: a number, a decoded string.
 *
 * @param from - what it is computed from. Each literal among it keeps a share of the text, so that what is found has a place in each.
 */
export function computedText(text: string, node: Node, from: readonly Piece[] = [], via?: string): Text {
  const chain = [...new Set(from.flatMap((piece) => piece.via)), ...(via === undefined ? [] : [via])];
  if (from.length === 0) return textOf({ kind: 'piece', text, place: coarse({ start: node.range[0], end: node.range[1] }), node, via: chain });
  const literals = new Map<Node, Piece[]>();
  for (const piece of from) literals.set(piece.node, [...(literals.get(piece.node) ?? []), piece]);
  const total = lengthOf(from);
  let read = 0;
  let written = 0;
  const parts = [...literals].map(([literal, pieces], index): Piece => {
    read += lengthOf(pieces);
    const end = index === literals.size - 1 || total === 0 ? text.length : Math.round((text.length * read) / total);
    const share = text.slice(written, end);
    written = end;
    return { kind: 'piece', text: share, place: coarse(hull(pieces.map((piece) => piece.place))), node: literal, via: chain };
  });
  return textOf(...parts);
}

function lengthOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, piece) => sum + piece.text.length, 0);
}

/** The text where all of it is known. */
export function knownText(value: Value | undefined): string | undefined {
  if (value?.kind === 'constant') return String(value.value);
  if (value?.kind !== 'text') return undefined;
  let text = '';
  for (const part of value.parts) {
    if (part.kind !== 'piece') return undefined;
    text += part.text;
  }
  return text;
}

/** The known text in front of the first hole. */
export function leadingText(parts: readonly Part[]): string {
  let text = '';
  for (const part of parts) {
    if (part.kind !== 'piece') break;
    text += part.text;
  }
  return text;
}

export function piecesOf(value: Value): readonly Piece[] {
  return value.kind === 'text' ? value.parts.filter((part) => part.kind === 'piece') : [];
}

/** What a value contributes when it is put into text. */
function partsOf(value: Value): readonly Part[] {
  switch (value.kind) {
    case 'text':
      return value.parts;
    case 'opaque':
      return [value];
    case 'constant':
      return computedText(String(value.value), value.node).parts;
    default: {
      const node = value.node;
      return [{ kind: 'opaque', origin: { kind: 'expression', node }, node, carries: [value] }];
    }
  }
}

/** Puts texts together; `undefined` where the result would exceed the limits. */
export function concatenate(values: readonly Value[]): Text | undefined {
  const parts: Part[] = [];
  let length = 0;
  for (const value of values) {
    for (const part of partsOf(value)) {
      length += part.kind === 'piece' ? part.text.length : 0;
      if (part.kind !== 'piece' || part.text !== '') parts.push(part);
    }
    if (length > limits.textLength || parts.length > limits.parts) return undefined;
  }
  return { kind: 'text', parts };
}

/**
 * The units `from` to `to` of a text. Holes have no length, so a cut must lie in the known text in front of the first.
 *
 * @returns `undefined` where a cut falls behind a hole.
 */
export function cutText(text: Text, from: number, to = Infinity): Text | undefined {
  const kept: Part[] = [];
  let at = 0;
  for (const [index, part] of text.parts.entries()) {
    if (part.kind !== 'piece') {
      if (from > at || to !== Infinity) return to <= at ? textOf(...kept) : undefined;
      return textOf(...kept, ...text.parts.slice(index));
    }
    const start = Math.max(from - at, 0);
    const end = Math.min(to - at, part.text.length);
    if (start < end) kept.push(cutPiece(part, start, end));
    at += part.text.length;
  }
  return textOf(...kept);
}

function cutPiece(piece: Piece, from: number, to: number): Piece {
  if (from <= 0 && to >= piece.text.length) return piece;
  return { ...piece, text: piece.text.slice(from, to), place: subPlace(piece.place, from, to) };
}

/** Applies a change of letters to each piece; positions survive where the lengths agree. */
export function mapPieces(text: Text, change: (piece: string) => string): Text {
  return textOf(
    ...text.parts.map((part) => {
      if (part.kind !== 'piece') return part;
      const changed = change(part.text);
      return { ...part, text: changed, place: changed.length === part.text.length ? part.place : coarse(part.place) };
    }),
  );
}

/** An unknown value in which `carried` can still be read. */
export function carrying(node: Node, origin: Opaque['origin'], carried: readonly Value[]): Opaque {
  return { kind: 'opaque', origin, node, carries: carried };
}

/** Every combination of alternatives, at most {@link limits.alternatives} of them. */
export function combinations(choices: readonly (readonly Value[])[]): readonly (readonly Value[])[] {
  let rows: Value[][] = [[]];
  for (const values of choices) {
    const used = values.slice(0, Math.max(1, Math.floor(limits.alternatives / rows.length)));
    const only = used.length === 1 ? used[0] : undefined;
    if (only) for (const row of rows) row.push(only);
    else rows = rows.flatMap((row) => used.map((value) => [...row, value]));
  }
  return rows;
}
