/** A glob in which nothing is left that only picomatch knows, and what there is to try when it is matched. */
export interface QuotedGlob {
  readonly glob: string;
  /** Runs inside of a name (`*`). */
  readonly runs: number;
  /** Runs of folders (`**`) that more follows upon: one at the end is decided at once. */
  readonly folderRuns: number;
  /** An upper bound of the globs that its braces stand for. */
  readonly alternatives: number;
}

/** What is read by picomatch as an expression, a quotation or an unfinished list where people mean the character. */
const special = new Set('()|+"{}[*?,');

/**
 * A literal character: a set of one is the form that picomatch changes nothing in. It never comes to an end with four backslashes at the end of a
 * glob, as it jumps over that end.
 */
const literal = (char: string): string => (char === '\\' ? '[\\\\]' : special.has(char) ? `[${char}]` : char);

/** Positions of the `{`, `,` and `}` of lists: closed, and with two members or more. */
function listSigns(chars: readonly string[]): { readonly signs: ReadonlySet<number>; readonly alternatives: number } {
  const signs = new Set<number>();
  const open: number[][] = [];
  let alternatives = 1;
  for (let at = 0; at < chars.length; at++) {
    const char = chars[at];
    if (char === '\\') at++;
    else if (char === '[') at = endOfSet(chars, at) ?? at;
    else if (char === '{') open.push([at]);
    else if (char === ',') open.at(-1)?.push(at);
    else if (char === '}') {
      const list = open.pop() ?? [];
      if (list.length < 2) continue;
      alternatives *= list.length;
      for (const sign of [...list, at]) signs.add(sign);
    }
  }
  return { signs, alternatives };
}

/** Where a set such as `[a-z]` or `[!a-z]` ends: a `]` at its beginning is a member. */
function endOfSet(chars: readonly string[], at: number): number | undefined {
  const negated = chars[at + 1] === '!' || chars[at + 1] === '^';
  const end = chars.indexOf(']', at + (negated ? 3 : 2));
  return end === -1 ? undefined : end;
}

function setOf(members: readonly string[]): string {
  const negated = members[0] === '!' || members[0] === '^';
  const own = (negated ? members.slice(1) : members).map((char) => ('\\]^&'.includes(char) ? `\\${char}` : char));
  return `[${negated ? '^' : ''}${own.join('')}]`;
}

/**
 * Rewrites a glob so that `*`, `**`, `?`, `[...]`, `{a,b}` and `\` are all that means anything: extended globs, groups, quantifiers,
 * quotation marks, number ranges and unbalanced brackets stand for themselves.
 */
export function quoteGlob(text: string): QuotedGlob {
  const chars = [...text];
  const { signs, alternatives } = listSigns(chars);
  let [glob, runs, folderRuns, depth] = ['', 0, 0, 0];
  for (let at = 0; at < chars.length; at++) {
    const char = chars[at] ?? '';
    const end = char === '[' ? endOfSet(chars, at) : undefined;
    if (end !== undefined) {
      glob += setOf(chars.slice(at + 1, end));
      at = end;
    } else if (char === '\\' && at + 1 < chars.length) glob += literal(chars[++at] ?? '');
    else if (signs.has(at)) {
      depth += char === '{' ? 1 : char === '}' ? -1 : 0;
      glob += char;
    } else if (char === '*') {
      const from = at;
      while (chars[at + 1] === '*') at++;
      const isFolders = at === from + 1 && [undefined, '/'].includes(chars[from - 1]) && [undefined, '/'].includes(chars[at + 1]);
      glob += isFolders ? '**' : '*';
      if (!isFolders) runs++;
      else if (at + 1 < chars.length) folderRuns++;
    } else if (char === '?') glob += char;
    // Two dots in a list would make it a range.
    else glob += char === '.' && depth > 0 ? '[.]' : literal(char);
  }
  return { glob, runs, folderRuns, alternatives };
}
