/** A place in a source. Line and column from 0, columns in UTF-16 units. */
export interface ContentPlace {
  readonly line: number;
  readonly column: number;
}

/**
 * Where something in a JSON string stands in the text that the string means. Linear in the length of the string.
 *
 * @param json - the document.
 * @param offset - UTF-16 offset within the string.
 */
export function placeInString(json: string, offset: number): ContentPlace | undefined {
  const quote = openingQuote(json, offset);
  if (quote === -1) return undefined;
  const before = decoded(json.slice(quote + 1, offset));
  if (before === undefined) return undefined;
  const lines = before.split(/\r\n|\n|\r/);
  return { line: lines.length - 1, column: lines.at(-1)?.length ?? 0 };
}

/** Within a string every other quote has a backslash in front of it. */
function openingQuote(json: string, offset: number): number {
  for (let at = json.lastIndexOf('"', offset - 1); at !== -1; at = at === 0 ? -1 : json.lastIndexOf('"', at - 1)) {
    let backslashes = 0;
    while (json.charCodeAt(at - 1 - backslashes) === 0x5c) backslashes++;
    if (backslashes % 2 === 0) return at;
  }
  return -1;
}

function decoded(part: string): string | undefined {
  // A place within an escape is that of the escape.
  for (let end = part.length; end >= Math.max(0, part.length - 5); end--) {
    try {
      return JSON.parse(`"${part.slice(0, end)}"`) as string;
    } catch {
      continue;
    }
  }
  return undefined;
}
