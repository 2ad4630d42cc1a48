import type { Range } from '@submit-guard/core';
import type { Text } from './text.ts';

/** A value of a document, whatever the syntax of the document. Ranges are UTF-16 offsets in it. */
export type Node = ObjectNode | ListNode | TextNode | PlainNode;

export interface ObjectNode extends Range {
  readonly kind: 'object';
  readonly entries: readonly Entry[];
}

export interface ListNode extends Range {
  readonly kind: 'list';
  readonly items: readonly Node[];
}

export interface TextNode extends Range {
  readonly kind: 'text';
  readonly text: Text;
}

/** A number, a boolean or null. */
export interface PlainNode extends Range {
  readonly kind: 'plain';
  readonly value: number | boolean | null;
}

/** A property of an object. */
export interface Entry {
  readonly name: string;
  /** Of the name, without its quotes. */
  readonly place: Range;
  readonly value: Node;
}

/** Names of properties from the outside to the inside, and indices of items. */
type Path = readonly (string | number)[];

/** What a path leads to. */
export function childOf(node: Node | undefined, ...path: Path): Node | undefined {
  let at = node;
  for (const step of path) {
    if (at?.kind === 'object') at = at.entries.find(({ name }) => name === step)?.value;
    else if (at?.kind === 'list' && typeof step === 'number') at = at.items[step];
    else return undefined;
  }
  return at;
}

/** The text that a path leads to. */
export function textOf(node: Node | undefined, ...path: Path): Text | undefined {
  const child = childOf(node, ...path);
  return child?.kind === 'text' ? child.text : undefined;
}

/** The words that a path leads to, or '' where there are none. */
export function wordsAt(node: Node | undefined, ...path: Path): string {
  return textOf(node, ...path)?.value ?? '';
}

/** The items of the list that a path leads to. */
export function itemsOf(node: Node | undefined, ...path: Path): readonly Node[] {
  const child = childOf(node, ...path);
  return child?.kind === 'list' ? child.items : [];
}

/** The properties of the object that a path leads to. */
export function entriesOf(node: Node | undefined, ...path: Path): readonly Entry[] {
  const child = childOf(node, ...path);
  return child?.kind === 'object' ? child.entries : [];
}

/** The lines that a path leads to: one text, or a list of them. */
export function linesAt(node: Node | undefined, ...path: Path): readonly Text[] {
  const child = childOf(node, ...path);
  if (child?.kind === 'text') return [child.text];
  return child?.kind === 'list' ? child.items.flatMap((item) => (item.kind === 'text' ? [item.text] : [])) : [];
}

/** Whether something was switched off: a property is `false`, or its opposite `true`. */
export function isFlag(node: Node | undefined, name: string): boolean {
  const child = childOf(node, name);
  return (child?.kind === 'plain' && child.value === true) || (child?.kind === 'text' && child.text.value === 'true');
}
