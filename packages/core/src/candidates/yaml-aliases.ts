const alias = /\*([\w-]{1,100})[ \t]*(?=[\r\n#,}]|$)/y;
const asterisk = 0x2a;
/** How far in front of an alias its anchor is looked for, in UTF-16 units, and how many that look like it. */
const longestReach = 32_768;
const mostAnchors = 8;

/**
 * Where the value stands that a YAML alias means: `key: *name` has that of the last `&name value` in front of it, within some 32,000 units.
 *
 * @param at - offset of a value; that offset itself where it is no alias of a value on one line.
 */
export function aliasedStart(text: string, at: number): number {
  if (text.charCodeAt(at) !== asterisk) return at;
  alias.lastIndex = at;
  const name = alias.exec(text)?.[1];
  if (name === undefined) return at;
  const anchor = `&${name}`;
  const from = Math.max(0, at - longestReach);
  const before = text.slice(from, at);
  for (let found = before.lastIndexOf(anchor), count = 0; found > 0 && count < mostAnchors; found = before.lastIndexOf(anchor, found - 1), count++) {
    const end = found + anchor.length;
    const blanks = /^[ \t]+(?=[^\s#])/.exec(before.slice(end, end + 20))?.[0].length;
    if (blanks !== undefined && /[:-][ \t]+$/.test(before.slice(Math.max(0, found - 8), found))) return from + end + blanks;
  }
  return at;
}
