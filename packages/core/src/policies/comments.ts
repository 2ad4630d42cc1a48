/** The start of a comment on a line: offsets in UTF-16 units. */
export interface CommentStart {
  /** Offset of the first character after the opener and the white space that follows it. */
  readonly content: number;
  /** The characters that open the comment, for example `//`. */
  readonly opener: string;
  /**
   * Whether nothing before it on the line opens a comment of the same kind. `// write // so` mentions a comment in a
   * comment; `x = 1  # noqa  # so` holds two.
   */
  readonly first: boolean;
}

/** Openers that are no operators, longest first: they count wherever they stand outside of a string. */
const plainOpeners = ['<!--', '--[[', '{{!', '//', '/*', '{#', '(*', '{-', '@*', '#|', '<#', '--', '#'];

/** Openers that mean something else inside a line of code: they count after white space and at the start of a line. */
const spacedOpeners = [';', '%', '!', '::', '..'];

/** Openers that need white space on both sides: Visual Basic, batch files, m4. */
const wordOpeners = ["'", 'rem', 'dnl'];

const firstCharacters = new Set([...plainOpeners, ...spacedOpeners, ...wordOpeners, 'R', 'D'].map((opener) => opener[0]));

/** What ends a comment before its line does. */
const closers: Readonly<Record<string, readonly string[]>> = {
  '<!--': ['-->'], '/*': ['*/'], '--[[': [']]'], '(*': ['*)'], '{-': ['-}'], '@*': ['*@'], '#|': ['|#'], '<#': ['#>'],
  '{#': ['-#}', '#}'], '{{!': ['--}}', '}}'],
  // `<%-- --%>` (JSP), `{{-- --}}` (Blade) and `<%# %>` (ERB) open with what also is a comment to the end of the line.
  '--': ['--%>', '--}}'], '#': ['%>'],
};

/**
 * The text of a comment up to its closer or its end.
 *
 * @param content - text of the line from the start of the comment's content.
 */
export function untilCloser(opener: string, content: string): string {
  const ends = (closers[opener] ?? []).map((closer) => content.indexOf(closer)).filter((end) => end !== -1);
  return ends.length === 0 ? content : content.slice(0, Math.min(...ends));
}

function isBlank(char: string | undefined): boolean {
  return char === undefined || char === ' ' || char === '\t';
}

function openerAt(line: string, at: number): string | undefined {
  const before = line[at - 1];
  const plain = plainOpeners.find((opener) => line.startsWith(opener, at));
  // `https://host`, `a#b` and `&#39;` hold no comment.
  if (plain !== undefined) return before === undefined || !/[\w:&/#-]/.test(before) ? plain : undefined;
  if (!isBlank(before) && !(before === '@' && at === 1)) return undefined;
  return spacedOpeners.find((opener) => line.startsWith(opener, at))
    ?? wordOpeners.find((opener) => isBlank(line[at + opener.length]) && line.slice(at, at + opener.length).toLowerCase() === opener);
}

/** Skips what repeats or decorates an opener, as in `///`, `//!`, `;;`, `<!---`, `{#-` and `{{!--`, and white space. */
function contentAfter(line: string, at: number, opener: string): number {
  let offset = at + opener.length;
  if (!wordOpeners.includes(opener)) while (offset < line.length && '/*#;%!-'.includes(line[offset] ?? ' ')) offset++;
  while (offset < line.length && isBlank(line[offset])) offset++;
  return offset;
}

/** Offset of the quote that ends the string at `at`, or -1 where none does. */
function endOfString(line: string, at: number): number {
  const quote = line[at];
  for (let end = at + 1; end < line.length; end++) {
    if (line[end] === '\\') end++;
    else if (line[end] === quote) return end;
  }
  return -1;
}

/**
 * Finds where the comments of a line start, in any language: nobody says here which one it is. What stands in quotes
 * on the same line is no comment. An apostrophe without its fellow (`don't`) quotes nothing. Takes linear time.
 *
 * @param line - one line without its end.
 * @param begins - what a comment has to begin with to be told.
 */
export function commentStartsOf(line: string, begins: string): CommentStart[] {
  const starts: CommentStart[] = [];
  const seen = new Set<string>();
  const unpaired = new Set<string>();
  for (let at = 0; at < line.length; at++) {
    const char = line[at] ?? '';
    const opener = firstCharacters.has(char) ? openerAt(line, at) : undefined;
    const content = opener === undefined ? 0 : contentAfter(line, at, opener);
    const told = opener !== undefined && line.startsWith(begins, content);
    // A quote that opens no comment of interest is a quote.
    if (opener !== undefined && (told || opener !== "'")) {
      if (told) starts.push({ content, opener, first: !seen.has(opener) });
      seen.add(opener);
      at = content - 1;
    } else if ((char === '"' || char === "'" || char === '`') && !unpaired.has(char)) {
      const end = endOfString(line, at);
      if (end === -1) unpaired.add(char);
      else at = end;
    }
  }
  return starts;
}
