import type { Value } from './value.ts';

/** The text that a regular expression stands for where it holds nothing but literal characters: `/\./` is `.`. */
export function literalPattern(value: Value): string | undefined {
  if (value.kind !== 'pattern' || /[iy]/.test(value.flags)) return undefined;
  if (!/^(?:[^\\^$.*+?()[\]{}|]|\\[^\w\s])+$/.test(value.source)) return undefined;
  return value.source.replace(/\\(.)/g, '$1');
}

/** Whether a regular expression matches blanks and line ends only. No pattern of the program is ever run. */
export function whitespacePattern(value: Value): boolean {
  return value.kind === 'pattern' && /^[\^$|+*[\] ]*(?:\\[srnt][\^$|+*[\] ]*)+$/.test(value.source);
}
