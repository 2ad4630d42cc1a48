/** Longer names say nothing. UTF-16 units. */
const longestName = 100;

/**
 * The names of the columns of a table, in the order in which rows have their values.
 *
 * @param sql - a `CREATE TABLE` statement as SQLite keeps it.
 * @returns nothing where the order cannot be told: tables `WITHOUT ROWID` have their key first.
 */
export function columnNamesOf(sql: string): readonly string[] {
  const open = sql.indexOf('(');
  if (open === -1) return [];
  const { parts, end } = partsIn(sql, open + 1);
  if (/\bwithout\s+rowid\b/i.test(sql.slice(end))) return [];
  return parts.flatMap((part) => {
    if (/^(?:constraint|primary|unique|check|foreign)\b/i.test(part)) return [];
    // A column that is computed when it is asked for has no value in the row.
    if (/\bas\s*\(/i.test(part) && !/\bstored\b/i.test(part)) return [];
    const [, quoted, plain = ''] = /^(?:["`[]((?:[^"`\]]|""|``)*)["`\]]|([^\s(,]+))/.exec(part) ?? [];
    return [(quoted ?? plain).slice(0, longestName)];
  });
}

/** The parts between commas up to the bracket that closes, without comments. */
function partsIn(sql: string, start: number): { readonly parts: readonly string[]; readonly end: number } {
  const parts: string[] = [];
  let part = '';
  let depth = 1;
  let at = start;
  for (; at < sql.length && depth > 0; at++) {
    const char = sql.charAt(at);
    const skipped = lengthOfQuoted(sql, at);
    if (skipped > 0) {
      const isComment = char === '-' || char === '/';
      part += isComment ? ' ' : sql.slice(at, at + skipped);
      at += skipped - 1;
    } else if (char === ',' && depth === 1) {
      parts.push(part.trim());
      part = '';
    } else {
      depth += char === '(' ? 1 : char === ')' ? -1 : 0;
      if (depth > 0) part += char;
    }
  }
  if (part.trim() !== '') parts.push(part.trim());
  return { parts, end: at };
}

const closing: Readonly<Record<string, string>> = { '"': '"', "'": "'", '`': '`', '[': ']' };

/** How long what begins at an offset is, where that is something in quotes or a comment; else 0. */
function lengthOfQuoted(sql: string, at: number): number {
  const char = sql.charAt(at);
  const mark = sql.startsWith('--', at) ? '\n' : sql.startsWith('/*', at) ? '*/' : closing[char];
  if (mark === undefined) return 0;
  const end = sql.indexOf(mark, at + 1);
  return (end === -1 ? sql.length : end + mark.length) - at;
}
