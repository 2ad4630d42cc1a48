/** A pair of brackets of a program, with all that is in it. UTF-16 offsets of the brackets; `close` is the end of the text where there is none. */
export interface Bracket {
  readonly open: number;
  close: number;
}

/** What stands between brackets, strings and comments of a program, to be told one after the other. */
export interface NestingVisitor {
  /** An opening bracket, `${` among them. */
  readonly open: (offset: number) => void;
  /** A closing one. */
  readonly close: (offset: number) => void;
  /** A comma or a semicolon. */
  readonly separator: (offset: number) => void;
}

const quote = 1;
const opening = 2;
const closing = 3;
const separator = 4;
const slash = 5;
const backtick = 6;
const kinds = new Uint8Array(128);
for (const char of '"\'') kinds[char.charCodeAt(0)] = quote;
for (const char of '([{') kinds[char.charCodeAt(0)] = opening;
for (const char of ')]}') kinds[char.charCodeAt(0)] = closing;
for (const char of ',;') kinds[char.charCodeAt(0)] = separator;
kinds['/'.charCodeAt(0)] = slash;
kinds['`'.charCodeAt(0)] = backtick;

const backslashCode = '\\'.charCodeAt(0);
const lineFeed = 0x0a;
const openBrace = '{'.charCodeAt(0);

/** What a regular expression can follow: no operand and no bracket that closes one, or a word that wants an operand. */
const beforeExpression = /(?:^|[^\w$)\]}"'`.]|(?:^|[^\w$.])(?:return|typeof|case|in|of|delete|void|throw|new|else|do|await|yield))$/;

/** How much in front of a slash tells what it is. */
const reach = 16;

/**
 * Tells the brackets and separators of a JavaScript program from those in its strings, comments, templates and regular expressions. Linear. Not
 * exact: a slash behind a parenthesis is taken for a division. What comes of it is parsed, and so found out.
 */
export function visitNesting(text: string, start: number, end: number, visitor: NestingVisitor): void {
  /** For each open bracket whether a template goes on behind it. */
  const inTemplate: boolean[] = [];
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    switch (code < 128 ? kinds[code] : 0) {
      case quote:
        at = endOfQuoted(text, at, code);
        break;
      case backtick:
        at = endOfTemplatePart(text, at + 1);
        if (text.charCodeAt(at) === openBrace) {
          visitor.open(at);
          inTemplate.push(true);
        }
        break;
      case opening:
        visitor.open(at);
        inTemplate.push(false);
        break;
      case closing:
        visitor.close(at);
        if (inTemplate.pop() !== true) break;
        at = endOfTemplatePart(text, at + 1);
        if (text.charCodeAt(at) === openBrace) {
          visitor.open(at);
          inTemplate.push(true);
        }
        break;
      case separator:
        visitor.separator(at);
        break;
      case slash:
        at = endOfSlash(text, at);
        break;
      default:
    }
  }
}

function endOfQuoted(text: string, start: number, code: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const next = text.charCodeAt(at);
    if (next === backslashCode) at++;
    else if (next === code || next === lineFeed) return at;
  }
  return text.length;
}

/** Where a part of a template ends: at its last backtick, or at the brace of what is put in. */
function endOfTemplatePart(text: string, start: number): number {
  for (let at = start; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '\\') at++;
    else if (char === '`') return at;
    else if (char === '$' && text.charCodeAt(at + 1) === openBrace) return at + 1;
  }
  return text.length;
}

/** Where a comment or a regular expression ends; a division is one character. */
function endOfSlash(text: string, start: number): number {
  const next = text.charAt(start + 1);
  if (next === '/') return endAt(text, text.indexOf('\n', start));
  if (next === '*') return endAt(text, text.indexOf('*/', start + 2) + 1);
  if (!beforeExpression.test(text.slice(Math.max(0, start - reach), start).trimEnd())) return start;
  let inClass = false;
  for (let at = start + 1; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '\\') at++;
    else if (char === '\n') return start;
    else if (char === '[') inClass = true;
    else if (char === ']') inClass = false;
    else if (char === '/' && !inClass) return at;
  }
  return start;
}

function endAt(text: string, offset: number): number {
  return offset <= 0 ? text.length : offset;
}
