import { backslash, brace, carriageReturn, codesOf, colon, comma, dot, equals, isBlankAt, lessThan, letters, lineFeed, parenthesis, semicolon, space, squareBracket, tab } from '../characters/codes.ts';
import type { Range } from '../evidence/evidence.ts';
import { credibilityOf } from '../values/credibility.ts';
import { interpolations } from './interpolations.ts';
import { goesOnBehindString, mayOpenString, openingAt, stringContent } from './string-literals.ts';

/** A part of an expression: text that stands there, or the name of something defined elsewhere. */
export interface Operand extends Range {
  readonly kind: 'literal' | 'reference';
  readonly text: string;
  /** A concatenation operator ties it to the operand before. */
  readonly joined?: boolean;
  /** Offset of the call that passes it as an argument. */
  readonly site?: number;
  /** It is an entry of a map or list that is looked up by key. */
  readonly entry?: boolean;
  /** The first words in its row of a table: whose value it is. */
  readonly row?: string;
}

/** Whether an operand has a place of its own, whose request decides instead of the one that the expression stands in. */
export function isPlaced({ site, entry }: Operand): boolean {
  return site !== undefined || entry === true;
}

/** Longest expression that is read, in UTF-16 units, and how many operands of it. */
const longestExpression = 9000;
const mostOperands = 12;

const reference = /^[$@?&*]?[A-Za-z_][\w]*(?:(?:\.|->|::|\?\.|!\.)[A-Za-z_]\w*)*[!?]?$/;
const notReferences = new Set(['new', 'await', 'return', 'else', 'or', 'and', 'not', 'if', 'true', 'false', 'null', 'nil', 'None', 'True', 'False', 'undefined', 'in', 'then', 'do', 'String', 'str']);

/** A value in front of which an authentication scheme stands: `Bearer `, `Token `, `Basic `. */
const schemePrefix = /^(?:authorization\s*[:=]\s*)?(bearer|token|basic|apikey|api-key|key|jwt|bearer%20|bearer:)\s+/i;

/**
 * Reads the expression that starts at `from`, in no particular language: strings, bare words, concatenation, calls with
 * their arguments, defaults.
 *
 * @returns its operands in order. It ends at a comma, a semicolon, a line end (where no operator carries on) or the
 *   bracket that closes what was open before it.
 */
export function operandsFrom(text: string, from: number, options: { readonly throughCommas?: boolean } = {}): Operand[] {
  const operands: Operand[] = [];
  const limit = Math.min(text.length, from + longestExpression);
  let depth = 0;
  let i = from;
  let last = '';
  let isShort = false;
  while (i < limit && operands.length < mostOperands) {
    const code = text.charCodeAt(i);
    if (code === space || code === tab || code === carriageReturn) {
      i++;
      continue;
    }
    if (code === backslash && endsLine(text, i + 1)) break; // an escaped line end
    if (code === lineFeed) {
      const goesOn = (operands.length === 0 && !isShort) || depth > 0 || /[+.&|,\\(?:=`^~]/.test(last) || beginsWithOperator(text, i + 1);
      if (!goesOn || (operands.length === 0 && (i - from > 160 || (depth === 0 && last === '' && beginsWithAssignment(text, i + 1))))) break;
      i++;
      continue;
    }
    const opening = mayOpenString(text, i) ? openingAt(text, i) : undefined;
    if (opening !== undefined) {
      const content = stringContent(text, i + opening.length, opening.quote, limit);
      if (content) {
        const value = text.slice(content.start, content.end);
        operands.push({ joined: concatenates(last), kind: 'literal', start: content.start, end: content.end, text: value });
        for (const name of interpolations(value)) operands.push({ kind: 'reference', start: content.start, end: content.end, text: name });
        i = content.next;
        last = '"';
        if (!goesOnBehindString(text, i)) break;
        continue;
      }
    }
    const char = text.charAt(i);
    if (isOpening[code] === 1) {
      if (code === brace && depth === 0 && operands.length === 0 && i === from && text.charCodeAt(i + 1) !== brace) return operands;
      if (code !== lessThan) depth++;
      last = char;
      i++;
      continue;
    }
    if (isClosing[code] === 1) {
      if (--depth < 0) break;
      last = char;
      i++;
      continue;
    }
    if (code === semicolon || (code === comma && depth === 0 && options.throughCommas !== true)) break;
    if (isJoint[code] === 1 && behindJoint[text.charCodeAt(i + 1)] === 1 && /^["a)]?$/.test(last)) {
      last = char; // an operator without blanks around it
      i++;
      continue;
    }
    const end = endOfToken(text, i);
    if (end === i) {
      last = char;
      i++;
      continue;
    }
    const token = text.slice(i, end);
    const final = token.charCodeAt(token.length - 1);
    if (depth > 0 && (final === equals || final === colon) && /^[A-Za-z_]\w*[=:]$/.test(token)) {
      last = '=';
      i = end; // the label of a named argument
      continue;
    }
    if ((final === dot && /\w\.{2,}$/.test(token)) || token.includes('…')) break; // a value that was cut short
    const trimmed = endsClause[final] === 1 && /[A-Za-z0-9=_]/.test(token) ? token.replace(/[.:!?]+$/, '') : token;
    if (operands.length === 0 && depth === 0 && text.charCodeAt(i - 1) === lessThan && /^\/|^[A-Za-z]/.test(token)) break; // a tag
    if (reference.test(trimmed) && !notReferences.has(trimmed) && (text.charCodeAt(end) === parenthesis || credibilityOf(trimmed) !== 'strong')) {
      operands.push({ joined: concatenates(last), kind: 'reference', start: i, end: i + trimmed.length, text: trimmed + lookedUp(text, end) });
    } else if (isCmdlet(trimmed)) {
      // Its arguments follow.
    } else if (trimmed.length >= 8 && !notReferences.has(trimmed) && !trimmed.startsWith('.') && text.charCodeAt(end) !== parenthesis) {
      operands.push({ kind: 'literal', start: i, end: i + trimmed.length, text: trimmed });
      if (!/^\s*[+.&|?\\)\]]/.test(text.slice(end, end + 40))) break;
    } else {
      // A short value ends with its line.
      isShort = !notReferences.has(trimmed) && /\w/.test(token);
      for (const name of interpolations(token)) operands.push({ kind: 'reference', start: i, end, text: name });
    }
    last = /\w/.test(token) || token === '|' ? 'a' : token.charAt(token.length - 1);
    i = end;
  }
  return operands;
}

const letterN = 0x6e;
const letterR = 0x72;

const isOpening = codesOf('([{<');
const isClosing = codesOf(')]}');
/** Operators that may stand without blanks around them, and what may follow one. */
const isJoint = codesOf('+&~.');
const behindJoint = codesOf(`${letters}_$@'"\`(`);
const endsClause = codesOf('.:!?');

/** Whether `n` or `r` stands at an offset, behind a backslash. */
function endsLine(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset);
  return code === letterN || code === letterR;
}

/** Whether a line begins with an operator that carries the expression on. */
function beginsWithOperator(text: string, line: number): boolean {
  let at = line;
  while (at < line + longestIndent && isBlankAt(text, at)) at++;
  return firstOfOperator[text.charCodeAt(at)] === 1 && /^(?:[+.&?]|%[^\w]|<>|\|\||or\b)/.test(text.slice(at, line + longestIndent));
}

const assignmentOfShell = /[ \t]*(?:export[ \t]+)?[A-Za-z_]\w*=(?=[^\s=])/y;

/** Whether a line is an assignment as in a shell or an environment file: the name above it has no value. */
function beginsWithAssignment(text: string, line: number): boolean {
  assignmentOfShell.lastIndex = line;
  return assignmentOfShell.test(text);
}

const longestIndent = 159;
const firstOfOperator = codesOf('+.&?%<|o');

const endsToken = codesOf('"\'`,;(){}[]<>\\');

/** Where the bare word ends that begins at an offset; that offset where none does. */
function endOfToken(text: string, offset: number): number {
  const limit = Math.min(text.length, offset + longestExpression);
  let end = offset;
  while (end < limit && endsToken[text.charCodeAt(end)] !== 1 && !isBlankAt(text, end)) end++;
  return end;
}

const concatenates = (operator: string): boolean => operator !== '' && isJoint[operator.charCodeAt(0)] === 1;

/** A command of PowerShell, such as `ConvertTo-SecureString`. */
function isCmdlet(token: string): boolean {
  return token.includes('-') && /^[A-Z]\w+-[A-Z]\w+$/.test(token) && credibilityOf(token) === 'none';
}

/** `["name"]`, `[:name]` behind a reference, as a path: `.name`. */
function lookedUp(text: string, offset: number): string {
  if (text.charCodeAt(offset) !== squareBracket) return '';
  const key = /^\[\s*(?::|(["'`]))([\w-]+)\1?\s*\]/.exec(text.slice(offset, offset + 60))?.[2];
  return key === undefined ? '' : `.${key}`;
}

/** A string of ABAP. */
const betweenBars = /^\|([^|]+)\|$/;

/** Strips quotes' leftovers and an authentication scheme from an operand. */
export function credentialOf(operand: Operand): { start: number; end: number; text: string; scheme?: string; site?: number; entry?: boolean } {
  const scheme = schemePrefix.exec(operand.text);
  const quotes = /^(?:\s|\\?["'`])*/.exec(operand.text)?.[0].length ?? 0;
  let skip = scheme?.[0].length ?? quotes;
  const quoted = operand.text.slice(skip).replace(/(?:\\[nrt"'`]|[\s"'`])+$/, '');
  const text = betweenBars.exec(quoted)?.[1] ?? quoted;
  if (text !== quoted) skip++;
  return { start: operand.start + skip, end: operand.start + skip + text.length, text, ...(operand.site === undefined ? {} : { site: operand.site }), ...(operand.entry === true ? { entry: true } : {}), ...(scheme ? { scheme: (scheme[1] ?? '').toLowerCase().replace(/[^a-z].*/, '') } : {}) };
}
