import type { Layout } from '../layouts/layout.ts';
import { classifyName, namesAtomyx } from '../names/classify-name.ts';
import { credibilityOf } from '../values/credibility.ts';
import { mayHoldCredible } from '../values/random-rest.ts';
import type { Candidate } from './candidate.ts';
import { containersOf } from './containers.ts';
import { credentialOf, operandsFrom } from './expressions.ts';
import { hidesValue } from './hidden-values.ts';
import { valueStart } from './separators.ts';

/** A name of Atomyx that says nothing of a key. */
const name = /(?<![\w$.:/-])_?atomyx(?:[\w-]{0,40}\w)?(?![\w-])/gi;
/** What is looked into with brackets: `tokens["`. */
const indexed = /([\w$.]{1,60})\[\s*["'`]$/;
const keyWord = /key|token|secret|bearer|credential/i;

/** Keys of a map that holds those of several services: `apiKeys: { atomyx: "..." }`, `keys.Add("atomyx", "...")`, `[tokens]` and `atomyx = ...`. */
export function* keyMapValues(layout: Layout): Generator<Candidate> {
  const { text } = layout;
  for (const match of text.matchAll(name)) {
    const start = match.index;
    const end = start + match[0].length;
    // What is quick to tell is asked first: most of these names are bound to nothing, or have a key word of their own.
    const at = keyWord.test(match[0]) ? -1 : valueStart(text, start, end);
    if (at === -1 || hidesValue(text, at)) continue;
    const literal = operandsFrom(text, at).find(({ kind }) => kind === 'literal');
    if (literal === undefined || !mayHoldCredible(text, literal.start, literal.end) || !namesAtomyx(match[0])) continue;
    const value = credentialOf(literal);
    if (credibilityOf(value.text) !== 'strong' || classifyName(match[0], [...containersOf(layout, literal.start), ...indexedBy(text, start)]) !== 'submit-key') continue;
    yield { ...value, anchor: { start, end }, header: false, name: { text: match[0], class: 'submit-key' } };
  }
}

/** The map that a name is the key of in `tokens["atomyx"] = "..."`. */
function indexedBy(text: string, start: number): readonly string[] {
  const map = indexed.exec(text.slice(Math.max(0, start - 64), start))?.[1];
  return map === undefined ? [] : [map];
}
