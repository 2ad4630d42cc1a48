import { isBlankAt } from '../characters/codes.ts';
import type { Layout } from '../layouts/layout.ts';
import { captionedStart } from './captions.ts';

/** Blanks in front of a word that looks like a key: `the Submit API key 3f9a...`. */
const nextWord = /[ \t]+(?=(?=[\w.~+/=-]*\d)[\w.~+/=-]{20,9000}(?:[\s"'`),;]|$))/y;

/**
 * Where the value begins that no syntax binds to a name: the name is a caption, or says Submit and stands right in front of it.
 *
 * @param namesBrand - whether Atomyx or Submit stands in the name.
 * @returns -1 where there is none.
 */
export function looseStart(layout: Layout, start: number, end: number, namesBrand: boolean): number {
  const { text } = layout;
  const captioned = captionedStart(layout, start, end);
  if (captioned !== -1 || !namesBrand || !isBlankAt(text, end)) return captioned;
  nextWord.lastIndex = end;
  return nextWord.test(text) ? nextWord.lastIndex : -1;
}
