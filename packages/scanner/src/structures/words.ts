import { printable } from '@submit-guard/core';

/** Longest name that is repeated, in UTF-16 units. */
const longest = 60;

/** A name that a file gives something, in quotes, for people. */
export function quoted(name: string): string {
  const plain = printable(name).replaceAll('"', "'").trim();
  return `"${plain.length > longest ? `${plain.slice(0, longest - 1)}…` : plain}"`;
}

/** A kind of thing and its name, where it has one. */
export function called(kind: string, name: string): string {
  return name.trim() === '' ? kind : `${kind} ${quoted(name)}`;
}
