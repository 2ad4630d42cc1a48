import type { Range } from '../evidence/evidence.ts';
import { credibilityOf } from '../values/credibility.ts';

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

/** Longest expression that is read, in UTF-16 units, and how many operands of it. */
const longestExpression = 9000;
const mostOperands = 12;

const stringOpening = /(?:[rRbBfFuUL]{1,2}|\$@?|@\$?|q[qw]?|s|sh?)?(\\?["'`]|<<\\?")/y;
const bareToken = /[^\s"'`,;(){}[\]<>\\]{1,9000}/y;
const reference = /^[$@?&*]?[A-Za-z_][\w]*(?:(?:\.|->|::|\?\.|!\.)[A-Za-z_]\w*)*[!?]?$/;
const notReferences = new Set(['new', 'await', 'return', 'else', 'or', 'and', 'not', 'if', 'true', 'false', 'null', 'nil', 'None', 'True', 'False', 'undefined', 'in', 'then', 'do', 'String', 'str']);

/** What may follow a string where the expression goes on: an operator, another string, a closing bracket, a keyword. */
const carriesOn = /^(?:>>)?\s*(?:[-+.&|~?:%<>^,)\]}\\!=/]|["'`]|[rbfuL@$]{1,2}["'`]|(?:or|and|if|else|unless|to|as|of)\b|[a-z_]\w*\s*$)/;

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
  while (i < limit && operands.length < mostOperands) {
    const char = text.charAt(i);
    if (char === ' ' || char === '\t' || char === '\r') {
      i++;
      continue;
    }
    if (char === '\\' && /[nr]/.test(text.charAt(i + 1))) break; // an escaped line end
    if (char === '\n') {
      const next = text.slice(i + 1, i + 160).trimStart();
      const goesOn = operands.length === 0 || depth > 0 || /[+.&|,\\(?:=`^~]/.test(last) || /^(?:[+.&?]|%[^\w]|<>|\|\||or\b)/.test(next);
      if (!goesOn || (operands.length === 0 && i - from > 160)) break;
      i++;
      continue;
    }
    stringOpening.lastIndex = i;
    const opening = stringOpening.exec(text);
    if (opening && (opening[0].length === (opening[1] ?? '').length || !/\w/.test(text.charAt(i - 1)))) {
      const content = stringContent(text, i + opening[0].length, opening[1] ?? '', limit);
      if (content) {
        operands.push({ joined: concatenates(last), kind: 'literal', start: content.start, end: content.end, text: text.slice(content.start, content.end) });
        for (const name of interpolations(text.slice(content.start, content.end))) operands.push({ kind: 'reference', start: content.start, end: content.end, text: name });
        i = content.next;
        last = '"';
        if (!carriesOn.test(text.slice(i, i + 80))) break;
        continue;
      }
    }
    if (char === '(' || char === '[' || char === '{' || char === '<') {
      if (char === '{' && depth === 0 && operands.length === 0 && i === from && text.charAt(i + 1) !== '{') return operands;
      if (char !== '<') depth++;
      last = char;
      i++;
      continue;
    }
    if (char === ')' || char === ']' || char === '}') {
      if (--depth < 0) break;
      last = char;
      i++;
      continue;
    }
    if (char === ';' || (char === ',' && depth === 0 && options.throughCommas !== true)) break;
    bareToken.lastIndex = i;
    if (/[+&~.]/.test(char) && /[A-Za-z_$@'"`(]/.test(text.charAt(i + 1)) && /^["a)]?$/.test(last)) {
      last = char; // an operator without blanks around it
      i++;
      continue;
    }
    const token = bareToken.exec(text)?.[0];
    if (token === undefined) {
      last = char;
      i++;
      continue;
    }
    if (/^[A-Za-z_]\w*[=:]$/.test(token) && depth > 0) {
      last = '=';
      i += token.length; // the label of a named argument
      continue;
    }
    if (/\w\.{2,}$|…/.test(token)) break; // a value that was cut short
    const trimmed = /[A-Za-z0-9=_]/.test(token) ? token.replace(/[.:!?]+$/, '') : token;
    if (text.charAt(i - 1) === '<' && depth === 0 && operands.length === 0 && /^\/|^[A-Za-z]/.test(token)) break; // a tag
    if (reference.test(trimmed) && !notReferences.has(trimmed) && !(credibilityOf(trimmed) === 'strong' && text.charAt(i + token.length) !== '(')) {
      operands.push({ joined: concatenates(last), kind: 'reference', start: i, end: i + trimmed.length, text: trimmed + lookedUp(text, i + token.length) });
    } else if (isCmdlet(trimmed)) {
      // Its arguments follow.
    } else if (trimmed.length >= 8 && !notReferences.has(trimmed) && !trimmed.startsWith('.') && text.charAt(i + token.length) !== '(') {
      operands.push({ kind: 'literal', start: i, end: i + trimmed.length, text: trimmed });
      if (!/^\s*[+.&|?\\)\]]/.test(text.slice(i + token.length, i + token.length + 40))) break;
    } else for (const name of interpolations(token)) operands.push({ kind: 'reference', start: i, end: i + token.length, text: name });
    last = /\w/.test(token) || token === '|' ? 'a' : token.charAt(token.length - 1);
    i += token.length;
  }
  return operands;
}

const concatenates = (operator: string): boolean => /^[+.&~]$/.test(operator);

/** A command of PowerShell, such as `ConvertTo-SecureString`. */
function isCmdlet(token: string): boolean {
  return /^[A-Z]\w+-[A-Z]\w+$/.test(token) && credibilityOf(token) === 'none';
}

/** `["name"]`, `[:name]` behind a reference, as a path: `.name`. */
function lookedUp(text: string, offset: number): string {
  const key = /^\[\s*(?::|(["'`]))([\w-]+)\1?\s*\]/.exec(text.slice(offset, offset + 60))?.[2];
  return key === undefined ? '' : `.${key}`;
}

/** Content of the string whose opening quote `quote` ends at `start`, and where the text goes on behind it. */
function stringContent(text: string, start: number, quote: string, limit: number): (Range & { next: number }) | undefined {
  if (quote.startsWith('<<')) quote = quote.slice(2);
  const triple = text.startsWith(quote + quote, start);
  if (triple && quote.length === 1) {
    const close = text.indexOf(quote.repeat(3), start + 2);
    return close === -1 || close > limit ? { start, end: start, next: start + 1 } : { start: start + 2, end: close, next: close + 3 };
  }
  for (let i = start; i < limit; i++) {
    if (text.startsWith(quote, i)) return { start, end: i, next: i + quote.length };
    const char = text.charAt(i);
    if (char === '\\') {
      if (quote.startsWith('\\')) return undefined;
      i++;
    } else if (char === '\n' && quote !== '`') return undefined;
  }
  return undefined;
}

const interpolation = /\$\{\{?\s*([A-Za-z_][\w.]*(?:\[[:"']?[\w-]+["']?\])?)|#\{\s*([@\w.]+(?:\[[:"']?[\w-]+["']?\])?)|\{\{\s*([\w.-]+)\s*\}\}|\\\(\s*([\w.]+)|\$env:(\w+)|\$\(?([A-Za-z_]\w*)|\{\s*([A-Za-z_][\w.]*)(?:![rsa])?(?::[^}]*)?\}|<%=?\s*([\w.@]+)|%([A-Za-z_]\w+)%/g;

/** Names that a template interpolates: `${key}`, `#{key}`, `{key}`, `$key`, `\(key)`, `{{key}}`. */
export function interpolations(template: string): string[] {
  const names: string[] = [];
  if (!/[$#{\\%<]/.test(template)) return names;
  for (const match of template.matchAll(interpolation)) {
    const name = match.slice(1).find((group) => group);
    if (name !== undefined) names.push(name.replace(/\[[:"']?([\w-]+)["']?\]$/, '.$1'));
  }
  return names;
}

/** Strips quotes' leftovers and an authentication scheme from an operand. */
export function credentialOf(operand: Operand): { start: number; end: number; text: string; scheme?: string; site?: number; entry?: boolean; row?: string } {
  const scheme = schemePrefix.exec(operand.text);
  const quotes = /^(?:\s|\\?["'`])*/.exec(operand.text)?.[0].length ?? 0;
  const skip = scheme?.[0].length ?? quotes;
  const text = operand.text.slice(skip).replace(/(?:\\[nrt"'`]|[\s"'`])+$/, '');
  return { start: operand.start + skip, end: operand.start + skip + text.length, text, ...(operand.site === undefined ? {} : { site: operand.site }), ...(operand.entry === true ? { entry: true } : {}), ...(operand.row === undefined ? {} : { row: operand.row }), ...(scheme ? { scheme: (scheme[1] ?? '').toLowerCase().replace(/[^a-z].*/, '') } : {}) };
}
