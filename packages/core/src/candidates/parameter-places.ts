import { codesOf, parenthesis } from '../characters/codes.ts';
import { lastAtMost } from '../layouts/brackets.ts';
import type { Layout } from '../layouts/layout.ts';

const sigil = codesOf('$&*@.');
const beforeParameter = codesOf('(, \t\n\v\f\r');
const behindParameter = codesOf(',)=?!: \t\n\v\f\r');
/** Most pairs of parentheses within a list of parameters. */
const mostNested = 8;

/**
 * Whether the word between two offsets may be one of a list of parameters, see `Functions`: a quick no for most. Something ends in front of it and behind
 * it, and a parenthesis around it is open.
 */
export function mayBeParameter(layout: Layout, start: number, end: number): boolean {
  const { text } = layout;
  const behind = text.charCodeAt(end);
  if (behind < 128 && behindParameter[behind] !== 1) return false;
  let at = start - 1;
  while (sigil[text.charCodeAt(at)] === 1) at--;
  const before = text.charCodeAt(at);
  if (before < 128 && beforeParameter[before] !== 1) return false;
  const places = layout.derived(parenthesesIn);
  let isNested = false;
  for (let index = lastAtMost(places, at), last = Math.max(0, index - 2 * mostNested); index >= last; index--) {
    const isOpening = text.charCodeAt(places[index] ?? 0) === parenthesis;
    if (isOpening !== isNested) return isOpening;
    isNested = !isNested;
  }
  return false;
}

const anyParenthesis = /[()]/g;

/** Offsets of all parentheses, ascending. */
function parenthesesIn({ text }: Layout): readonly number[] {
  const places: number[] = [];
  anyParenthesis.lastIndex = 0;
  while (anyParenthesis.test(text)) places.push(anyParenthesis.lastIndex - 1);
  return places;
}
