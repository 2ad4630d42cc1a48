/** How code reads a variable of the environment that a build tool replaces. */
const environment = /(?:\bimport\.meta(?:\s+as\s+\w+\))?\.env|\bprocess\.env)(?:\??\.([A-Za-z_$][\w$]*)|\[\s*["'`]([\w$.-]{1,100})["'`]\s*\])/g;

/** Names of the kind that people have a build tool replace: `__API_KEY__`, `SUBMIT_KEY`. */
const constant = /(?<![\w$.])(?:__\w{1,60}__|[A-Z][A-Z\d]*(?:_[A-Z\d]+)+)(?![\w$])/g;

/** Something in a source that a build tool may have replaced by a value. */
export interface ReplaceableExpression {
  /** As it stands there: `import.meta.env.VITE_KEY`. */
  readonly text: string;
  /** The name in it: `VITE_KEY`. */
  readonly name: string;
  /** Whether it is at the place that was asked for, or the only one that reads the environment near it. */
  readonly isLikely: boolean;
}

/**
 * The expressions of a line that a build tool may have replaced, those at a place first.
 *
 * @param column - from 0.
 */
export function replaceableExpressions(line: string, column: number): readonly ReplaceableExpression[] {
  const reads = [...line.matchAll(environment)].map((match) => ({ text: match[0].replace(/\s+/g, ' '), name: match[1] ?? match[2] ?? '', ...extentOf(match) }));
  const constants = [...line.matchAll(constant)].map((match) => ({ text: match[0], name: match[0], ...extentOf(match) }));
  const isThere = ({ start, end }: { readonly start: number; readonly end: number }): boolean => start <= column && column < end;
  const all = [...reads, ...constants.filter(({ start }) => !reads.some((read) => read.start <= start && start < read.end))];
  return all
    .map((each) => ({ text: each.text, name: each.name, isThere: isThere(each), isLikely: isThere(each) || (reads.length === 1 && each === reads[0] && !constants.some(isThere)) }))
    .sort((a, b) => Number(b.isThere) - Number(a.isThere))
    .map(({ text, name, isLikely }) => ({ text, name, isLikely }));
}

function extentOf({ 0: text, index }: RegExpMatchArray & { readonly index: number }): { readonly start: number; readonly end: number } {
  return { start: index, end: index + text.length };
}
