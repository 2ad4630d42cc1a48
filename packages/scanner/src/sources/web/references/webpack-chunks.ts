/**
 * The function of webpack's and Rspack's runtime that makes a chunk's file name of its id, for example `r.u=e=>(7===e?"cart":e)+"."+{7:"b2c4",9:"0f3a"}[e]+".js"`
 * (webpack, lib/runtime/GetChunkFilenameRuntimeModule.js). One with cases for single chunks returns from each; their names stand in strings as they are.
 */
const nameFunction = /\.u\s?=\s?(?:\(?([\w$]+)\)?\s?=>\s?|function\s?\(([\w$]+)\)\s?(?=\{))(?:\{\s?(?:\/\/[^\n]{0,200}\s{1,20})?return\s)?/g;

/** Where a chunk is asked for by its id: `r.e(7)`. */
const request = /\.e\(\s?(?:(\d{1,9})|"([^"\\\n]{1,200})")\s?\)/g;

/**
 * What such a name is joined of: a table, one case, a string or the id. The first of these has groups 1 and 2, the id that stands for what is not in
 * the table; the second 3 to 6.
 */
const part = /\s*(\{[^{}]*\})\s?\)?\s?\[\s?[\w$]+\s?\](\s?\|\|\s?[\w$]+)?|\s*(?:(\d{1,9}|"[^"\\\n]*")\s?===\s?[\w$]+|[\w$]+\s?===\s?(\d{1,9}|"[^"\\\n]*"))\s?\?\s?"([^"\\\n]*)"\s?:\s?[\w$]+|\s*"([^"\\\n]*)"|\s*([\w$]+)/y;

const entry = /(?:"([^"\\\n]+)"|([\w$]+))\s?:\s?"([^"\\\n]*)"/g;

/** UTF-16 units of the runtime that are looked at behind the beginning of the function: large applications have thousands of chunks. */
const longestFunction = 500_000;

/** A part of a name, given the id of a chunk; `undefined` where the chunk has none. */
type Part = (id: string) => string | undefined;

/** Names of chunks that the runtime in a script can load; they are relative to the folder of all of them. */
export function* webpackChunks(text: string): Generator<string> {
  let requested: readonly string[] | undefined;
  for (const { index, 0: begin, 1: arrow, 2: named } of text.matchAll(nameFunction)) {
    const { parts, ids } = readName(text.slice(index + begin.length, index + begin.length + longestFunction), arrow ?? named ?? '');
    if (parts.length === 0) continue;
    requested ??= Array.from(text.matchAll(request), ([, number, word]) => number ?? word ?? '');
    const names = new Set([...ids, ...requested].map((id) => joined(parts, id)));
    for (const name of names) if (name !== undefined) yield name;
  }
}

function joined(parts: readonly Part[], id: string): string | undefined {
  const texts = parts.map((part) => part(id));
  return texts.includes(undefined) ? undefined : texts.join('');
}

/**
 * Reads the expression that makes a name.
 *
 * @param parameter - the name of the id.
 * @returns its parts, none where it calls something else; and the ids that its tables have.
 */
function readName(text: string, parameter: string): { readonly parts: readonly Part[]; readonly ids: Iterable<string> } {
  const parts: Part[] = [];
  const ids = new Set<string>();
  let at = skip(text, 0, '(');
  for (;;) {
    part.lastIndex = at;
    const match = part.exec(text);
    if (match === null) return { parts: [], ids };
    const [whole, table, fallback, first, second, single = '', literal, word] = match;
    if (table !== undefined) {
      const names = new Map(Array.from(table.matchAll(entry), ([, quoted, bare, value]) => [quoted ?? bare ?? '', value ?? '']));
      for (const id of names.keys()) ids.add(id);
      parts.push((id) => names.get(id) ?? (fallback === undefined ? undefined : id));
    } else if (first !== undefined || second !== undefined) {
      const only = (first ?? second ?? '').replaceAll('"', '');
      parts.push((id) => (id === only ? single : id));
    } else if (literal !== undefined) parts.push(() => literal);
    else if (word === parameter) parts.push((id) => id);
    else return { parts: [], ids };
    const end = skip(text, at + whole.length, ')');
    if (text[end] !== '+') return { parts, ids };
    at = skip(text, end + 1, '(');
  }
}

/** Offset of the first character that is neither blank nor a bracket. */
function skip(text: string, start: number, bracket: '(' | ')'): number {
  let at = start;
  while (text[at] === ' ' || text[at] === bracket) at++;
  return at;
}
