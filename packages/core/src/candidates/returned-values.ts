import { codesOf, isBlankAt, isWordAt } from '../characters/codes.ts';

const nextFunction = /\n[ \t]*(?:(?:export|public|private|async|static)\s+)*(?:function|def|func|fun|fn|sub)\s/;
const firstOfReturned = codesOf('"\'`@$rbf');

/** Offsets of what may be strings that the body of a function returns; it ends where the next one begins. */
export function* returnedIn(body: string): Generator<number> {
  let end: number | undefined;
  for (let at = body.indexOf('return'); at !== -1; at = body.indexOf('return', at + 1)) {
    let value = at + 'return'.length;
    while (isBlankAt(body, value)) value++;
    if (value === at + 'return'.length || firstOfReturned[body.charCodeAt(value)] !== 1 || (at > 0 && isWordAt(body, at - 1))) continue;
    end ??= nextFunction.exec(body)?.index ?? body.length;
    if (value >= end) return;
    yield value;
  }
}
