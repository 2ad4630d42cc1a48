import { codesOf, hyphen, underscore, wordChars } from '../characters/codes.ts';
import { atomyxIn } from '../layouts/brands.ts';
import type { Layout } from '../layouts/layout.ts';
import { classifyName, namesAtomyx } from '../names/classify-name.ts';
import { spellingAt } from '../names/spellings.ts';
import { credibilityOf } from '../values/credibility.ts';
import { mayHoldCredible } from '../values/random-rest.ts';
import type { Candidate } from './candidate.ts';
import { containersOf } from './containers.ts';
import { credentialOf, operandsFrom } from './expressions.ts';
import { hidesValue } from './hidden-values.ts';
import { valueStart } from './separators.ts';

/** What stands in front of a name that is a part of another, and what a name of Atomyx goes on with. */
const beforePart = codesOf(`${wordChars}$.:/-`);
const ofName = codesOf(`${wordChars}-`);
/** Most that a name of Atomyx goes on with, in UTF-16 units. */
const longestRest = 41;
/** What is looked into with brackets: `tokens["`. */
const indexed = /([\w$.]{1,60})\[\s*["'`]$/;

/** Keys of a map that holds those of several services: `apiKeys: { atomyx: "..." }`, `keys.Add("atomyx", "...")`, `[tokens]` and `atomyx = ...`. */
export function* keyMapValues(layout: Layout): Generator<Candidate> {
  const { text } = layout;
  for (const brand of layout.derived(atomyxIn)) {
    const start = text.charCodeAt(brand - 1) === underscore ? brand - 1 : brand;
    const end = endOfName(text, brand);
    if (end === -1 || beforePart[text.charCodeAt(start - 1)] === 1) continue;
    // What is quick to tell is asked first: most of these names are bound to nothing, or have a key word of their own.
    const at = spellingAt(text, start, end).holdsKeyWord ? -1 : valueStart(text, start, end);
    if (at === -1 || hidesValue(text, at)) continue;
    const name = text.slice(start, end);
    const literal = operandsFrom(text, at).find(({ kind }) => kind === 'literal');
    if (literal === undefined || !mayHoldCredible(text, literal.start, literal.end) || !namesAtomyx(name)) continue;
    const value = credentialOf(literal);
    if (credibilityOf(value.text) !== 'strong' || classifyName(name, [...containersOf(layout, literal.start), ...indexedBy(text, start)]) !== 'submit-key') continue;
    yield { ...value, anchor: { start, end }, header: false, name: { text: name, class: 'submit-key' } };
  }
}

/** Where a name that begins with Atomyx ends: with a letter or digit; -1 where it is too long, or ends with a hyphen. */
function endOfName(text: string, brand: number): number {
  const first = brand + 'atomyx'.length;
  let end = first;
  while (ofName[text.charCodeAt(end)] === 1) end++;
  return end - first > longestRest || text.charCodeAt(end - 1) === hyphen ? -1 : end;
}

/** The map that a name is the key of in `tokens["atomyx"] = "..."`. */
function indexedBy(text: string, start: number): readonly string[] {
  const map = indexed.exec(text.slice(Math.max(0, start - 64), start))?.[1];
  return map === undefined ? [] : [map];
}
