/** How far a call is followed; UTF-16 units. */
const longestCall = 20_000;

/** A method that is called on what a call returned, on this line or the next. */
const chained = /\s{0,200}\.\s{0,8}\w{1,60}\s{0,8}\(/y;

/**
 * Where a call ends, with the methods that are called on its result, in the languages that write strings in `"`, `'` or backticks.
 *
 * @param start - where the callee begins, in UTF-16 units.
 */
export function endOfCall(text: string, start: number): number {
  const last = Math.min(text.length, start + longestCall);
  let depth = 0;
  for (let at = start; at < last; at++) {
    const char = text.charAt(at);
    if (char === '"' || char === "'" || char === '`') at = endOfString(text, at, last);
    else if (char === '(' || char === '[' || char === '{') depth++;
    else if ((char === ')' || char === ']' || char === '}') && --depth <= 0) {
      chained.lastIndex = at + 1;
      if (!chained.test(text)) return at + 1;
      at = chained.lastIndex - 2;
    }
  }
  return last;
}

/** The offset of the quote that closes a string; an apostrophe is none that closes. */
function endOfString(text: string, start: number, last: number): number {
  const quote = text.charAt(start);
  for (let at = start + 1; at < last; at++) {
    const char = text.charAt(at);
    if (char === '\\') at++;
    else if (char === quote) return at;
    else if (char === '\n' && quote !== '`') return start;
  }
  return start;
}
