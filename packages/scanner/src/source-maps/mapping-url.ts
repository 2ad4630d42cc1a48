/** Where the map of a generated file is. */
export interface MappingUrl {
  readonly url: string;
  /** UTF-16 offset of the address in the text. */
  readonly start: number;
}

const mark = 'sourceMappingURL=';

/** What begins the comment (ECMA-426, "Source map formats"); in CSS it ends with an asterisk and a slash. */
const opening = /\/[/*][#@][ \t]*$/;

/** What may stand behind it: white space and other comments. */
const behind = /^[ \t]*(?:\*\/)?(?:\s|\/\/[^\n]*(?:\n|$)|\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\/)*$/;

/** UTF-16 units that may stand behind it. */
const longestTail = 2_048;

/**
 * Finds the address of the map that a generated file names in its last comment. Names within strings, as development builds evaluate them,
 * and those of the parts that a bundle was made of do not count.
 */
export function mappingUrlOf(text: string): MappingUrl | undefined {
  const at = text.lastIndexOf(mark);
  if (at === -1 || !opening.test(text.slice(Math.max(0, at - 8), at))) return undefined;
  const start = at + mark.length;
  const ending = /\s|\*\/|$/g;
  ending.lastIndex = start;
  const end = ending.exec(text)?.index ?? text.length;
  const isLast = text.length - end <= longestTail && behind.test(text.slice(end));
  return isLast && end > start ? { url: text.slice(start, end), start } : undefined;
}
