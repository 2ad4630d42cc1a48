import { expect, it } from 'vitest';
import { visitNesting } from '../../src/programs/nesting.ts';

/** The brackets and separators that count, as they stand. */
function nestingOf(text: string): string {
  let found = '';
  const add = (offset: number): void => {
    found += text.charAt(offset);
  };
  visitNesting(text, 0, text.length, { open: add, close: add, separator: add });
  return found;
}

it.each([
  ['strings', `f("a)", 'b\\'(');`, '(,);'],
  ['comments', 'f(/* ) */ a); // (\ng;', '();;'],
  ['regular expressions', 'a=/[)/(]\\//g,b=c/2/(d),e=(1)/2;return/(/', ',(),();'],
  ['templates', 'a=`(${f(`)`,{b:`}`})}(`;', '{(,{})};'],
  ['a string that a line ends', 'a="(\nb(1)', '()'],
  ['what never ends', 'f("', '('],
])('brackets and separators of a program are those outside of %s', (_, text, found) => {
  expect(nestingOf(text)).toBe(found);
});
