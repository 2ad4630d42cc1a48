import { codesOf, isBlankAt } from '../characters/codes.ts';

const definesFunction = /\b(?:function|def|func|fun|fn|sub|get)\s+(?:\([^()]*\)\s*)?$/;
/** With what `definesFunction` ends, blanks aside. */
const lastOfFunction = codesOf('nfcbt)');

/** Whether a name is that of a function which is defined there. */
export function followsFunctionWord(text: string, start: number): boolean {
  let at = start - 1;
  while (at >= 0 && isBlankAt(text, at)) at--;
  if (lastOfFunction[text.charCodeAt(at)] !== 1 || (at === start - 1 && text.charAt(at) !== ')')) return false;
  return definesFunction.test(text.slice(Math.max(0, start - 30), start));
}
