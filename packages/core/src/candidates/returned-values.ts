import { codesOf, isBlankAt, isWordAt } from '../characters/codes.ts';
import { firstFailing } from '../layouts/brackets.ts';
import type { Layout } from '../layouts/layout.ts';

const nextFunction = /\n[ \t]*(?:(?:export|public|private|async|static)\s+)*(?:function|def|func|fun|fn|sub)\s/;
const firstOfReturned = codesOf('"\'`@$rbf');
const keyword = 'return';

/** Where something that may be a string is returned: the keyword, and what follows it. */
interface Return {
  readonly at: number;
  readonly value: number;
}

/** Whether anything in a text may be a string that is returned. */
export function returnsStrings(layout: Layout): boolean {
  return layout.derived(returnsIn).length > 0;
}

/** Offsets of what may be strings that the body of a function between two offsets returns; it ends where the next one begins. */
export function* returnedIn(layout: Layout, from: number, to: number): Generator<number> {
  const { text } = layout;
  const returns = layout.derived(returnsIn);
  let end: number | undefined;
  for (let index = firstFailing(0, returns.length, (each) => (returns[each]?.at ?? from) < from); index < returns.length; index++) {
    const { at, value } = returns[index] ?? { at: to, value: to };
    if (value >= to) return;
    if (at > from && isWordAt(text, at - 1)) continue;
    end ??= from + (nextFunction.exec(text.slice(from, to))?.index ?? to - from);
    if (value >= end) return;
    yield value;
  }
}

function returnsIn({ text }: Layout): readonly Return[] {
  const returns: Return[] = [];
  for (let at = text.indexOf(keyword); at !== -1; at = text.indexOf(keyword, at + 1)) {
    let value = at + keyword.length;
    while (isBlankAt(text, value)) value++;
    if (value > at + keyword.length && firstOfReturned[text.charCodeAt(value)] === 1) returns.push({ at, value });
  }
  return returns;
}
