/**
 * The function of webpack's and Rspack's runtime that makes a chunk's file name of its number, for example
 * `r.u=e=>"js/"+({1:"cart"}[e]||e)+"."+{1:"0f3a",7:"b2c4"}[e]+".js"` (webpack, lib/runtime/GetChunkFilenameRuntimeModule.js). One with
 * cases for single chunks returns from each; their names stand in strings as they are.
 */
const nameFunction = /\.u\s?=\s?(?:\(?(\w+)\)?\s?=>\s?\(?|function\s?\((\w+)\)\s?\{\s?return\s)/g;

/** The parts of such a name: a string, or a table with a fallback to the number; joined by `+`. */
const part = /\s*(?:\+\s*)?(?:"([^"\\\n]*)"|\(?\s*(\{[^{}]*\})\[\s*\w+\s*\](?:\s*\|\|\s*\w+\s*\))?)/y;

const entry = /(?:"([^"\\\n]+)"|([\w$]+))\s?:\s?"([^"\\\n]*)"/g;

/** UTF-16 units of the runtime that are looked at behind the beginning of the function: large applications have thousands of chunks. */
const longestFunction = 500_000;

/** Names of chunks that the runtime in a script can load; they are relative to the folder of all of them. */
export function* webpackChunks(text: string): Generator<string> {
  for (const { index, 0: begin } of text.matchAll(nameFunction)) {
    const parts = partsAt(text.slice(index + begin.length, index + begin.length + longestFunction));
    const tables = parts.filter((piece) => typeof piece !== 'string');
    // One that calls something else cannot be read. The last table has a hash for every chunk; others have names for some.
    const ids = [...(tables.at(-1)?.keys() ?? [])];
    for (const id of ids) yield parts.map((piece) => (typeof piece === 'string' ? piece : piece.get(id) ?? id)).join('');
  }
}

function partsAt(text: string): readonly (string | ReadonlyMap<string, string>)[] {
  const parts: (string | ReadonlyMap<string, string>)[] = [];
  part.lastIndex = 0;
  for (let match = part.exec(text); match !== null; match = part.exec(text)) {
    const [, literal, table] = match;
    parts.push(table === undefined ? literal ?? '' : new Map([...table.matchAll(entry)].map(([, quoted, bare, value]) => [quoted ?? bare ?? '', value ?? ''])));
  }
  return parts;
}
