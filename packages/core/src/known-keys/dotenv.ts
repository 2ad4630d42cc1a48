/** One variable of a dotenv file. */
export interface DotenvVariable {
  readonly name: string;
  /** The value as a program would see it, without quotes. */
  readonly value: string;
  /** Line of the name, from 1. */
  readonly line: number;
}

/**
 * The name with its `=` (or `: `), and before it `export` (shells), `set` (Windows) or `$env:` (PowerShell).
 * Blanks are matched one way only, so that the pattern takes linear time.
 */
const assignment = /^[ \t]*(?:(?:export|set)[ \t]+)?(?:\$env:)?([A-Za-z_][\w.-]*)[ \t]*(?:=|:[ \t])[ \t]*/;

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

/** `$NAME`, `${NAME}`, `$(command)` and `` `command` ``: the value stands elsewhere. */
const interpolation = /(?<!\\)\$[A-Za-z_{(]/;

interface Reading {
  /** `undefined` where the text is no value. */
  readonly value: string | undefined;
  /** Index of the line on which the value ends. */
  readonly last: number;
}

/** A quoted value may go on over lines. Without its closing quote it is read like an unquoted one. */
function readQuoted(lines: readonly string[], index: number, rest: string): Reading | undefined {
  const quote = rest[0] ?? '';
  const body: string[] = [];
  let line = rest.slice(1);
  for (let last = index; last < Math.min(lines.length, index + longestValue); last++) {
    if (last > index) line = lines[last] ?? '';
    const end = endOfQuoted(line, quote);
    body.push(end === -1 ? line : line.slice(0, end));
    if (end === -1) continue;
    const text = body.join('\n');
    if (quote !== '"') return { value: text, last };
    return { value: interpolation.test(text) ? undefined : text.replace(/\\(.)/g, (_, char: string) => escapes[char] ?? char), last };
  }
  return undefined;
}

/** Lines that a quoted value may have; a private key in PEM has some fifty. */
const longestValue = 200;

function endOfQuoted(line: string, quote: string): number {
  for (let at = 0; at < line.length; at++) {
    if (line[at] === '\\' && quote === '"') at++;
    else if (line[at] === quote) return at;
  }
  return -1;
}

function readPlain(rest: string, last: number): Reading {
  const comment = rest.search(/(?:^|\s)#/);
  const text = (comment === -1 ? rest : rest.slice(0, comment)).trim().replace(/;$/, '');
  return { value: text.includes('`') || interpolation.test(text) ? undefined : text.replace(/\\\$/g, '$'), last };
}

/**
 * Reads a dotenv file the way the common loaders do, all of them: `export` and PowerShell prefixes, `NAME: value`,
 * single, double and back quotes, values over several lines, comments, `\r\n`, a byte-order mark. A value that refers to
 * another variable or to a command is left out: the file does not hold it. Never throws; lines that are no assignments
 * are passed over.
 *
 * @param text - the decoded file.
 * @returns variables in order; a name may occur twice.
 */
export function parseDotenv(text: string): readonly DotenvVariable[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const variables: DotenvVariable[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? '';
    const found = assignment.exec(line);
    if (found?.[1] === undefined) continue;
    const rest = line.slice(found[0].length);
    const { value, last } = (/^["'`]/.test(rest) ? readQuoted(lines, index, rest) : undefined) ?? readPlain(rest, index);
    if (value !== undefined && value !== '') variables.push({ name: found[1], value, line: index + 1 });
    index = last;
  }
  return variables;
}
