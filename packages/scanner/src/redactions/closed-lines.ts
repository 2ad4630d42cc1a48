/** What promises something in the next line. */
const goesOn = /[\\:=,+&|.([{<]\s*$/;

/** A quotation mark; an apostrophe between letters is none. */
const quote = /["`]|'(?<![A-Za-z]')|'(?![A-Za-z])/g;

/**
 * Whether nothing in a line has its end in a later one, as far as that can be told by quotes and brackets.
 *
 * @param line - without its end.
 */
export function isClosed(line: string): boolean {
  if (goesOn.test(line)) return false;
  if ((line.match(quote)?.length ?? 0) % 2 === 1) return false;
  return countOf(line, /[([{]/g) === countOf(line, /[)\]}]/g);
}

function countOf(line: string, pattern: RegExp): number {
  return line.match(pattern)?.length ?? 0;
}
