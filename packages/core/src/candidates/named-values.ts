import type { Layout } from '../layouts/layout.ts';
import type { NameClass } from '../names/classify-name.ts';
import { classifyName, namesOtherKey } from '../names/classify-name.ts';
import { credibilityOf } from '../values/credibility.ts';
import { BrandZones } from './brand-zones.ts';
import type { Candidate } from './candidate.ts';
import { containersOf } from './containers.ts';
import type { Operand } from './expressions.ts';
import { credentialOf, operandsFrom } from './expressions.ts';
import { resolverOf } from './resolver.ts';
import { valueStart } from './separators.ts';

const headerName = /^(?:bearer|authori[sz]ation)$/i;
/** `Authorization: Bearer <value>`, `Bearer <value>`. */
const directHeader = /["'`\]\\]*[ \t]*[:=,]?[ \t]*\\?["'`]?(?:bearer[ \t]+)?[\w.~+/=-]{8}/iy;
const brand = /atomyx|submit/i;
/** What follows a name in a sentence that says whose key it is. */
const prose = /^[ \t]+(?:for|of|to)\b/i;
const keyWord = /key|token|secret|bearer|authori[sz]ation|credential/gi;
const definesFunction = /\b(?:function|def|func|fun|fn|sub|get)\s+(?:\([^()]*\)\s*)?$/;
const labelBefore = /(?:^|[ \t])--(?:name|secret-id|secret-name|key)(?:[ =]|\s+)["']?[\w./-]*$|(?:^|[\s{,([<"'])["']?(?:name|key|id|property|variable|header|label|env|title|field|param(?:eter)?|k|option|setting|attribute)["']?\s*(?:[:=]|=>)\s*\\?["']?$/i;
const siblingValue = /(?:^|[ \t])--(?:value|secret-string|secret-value|plaintext)(?:[ =]|\s+)|(?:^|[\s{,(<"'])\\?["']?(?:value|val|default|content|currentValue|initialValue|current_value|defaultValue|secret_?string|string_?value|text|v)\\?["']?\s*(?:[:=](?!=)|=>)\s*/gi;
/** Words that make a label together, with blanks between. */
export const labelWords = /(?:\b(?:atomyx|submit|api|access|auth|production|prod|staging|live|test|our|customer|bearer)[ \t]+){1,4}$/i;

/** Values that are encrypted as a whole: `ENC(...)`, `ENC[AES256_GCM,...]`. */
export const encrypted = /^["'`]?(?:bearer\s+)?(?:!vault|\$ANSIBLE_VAULT|(?:ENC|DEC|ENCRYPTED|CIPHER|CRYPT|VAULT|KMS)[[({]|\{(?:cipher|enc|aes|vault)\})/i;

/** A value that somebody or something hid. */
export const masked = /^["'`]?(?:bearer\s+)?[[<({]{0,2}(?:redacted|masked|hidden|filtered|removed|omitted|sensitive|secret\b|\*{2}|[•●█]|x{4}|\.{3}|…)/i;

/** The whole name around a key word: `config.atomyx.api-key`, `--submit-api-key`, `Submit API key`. */
function nameAround(text: string, at: number, length: number): { start: number; end: number } {
  let start = at;
  while (start > 0 && at - start < 80 && /[\w$.:/-]/.test(text.charAt(start - 1))) start--;
  let end = at + length;
  while (end < text.length && end - at < 60 && /[\w-]/.test(text.charAt(end))) end++;
  while (text.charAt(end - 1) === '-') end--;
  while (start < at && /[.:/$-]/.test(text.charAt(start))) start++;
  if (text.charAt(start) === 'D' && text.charAt(start - 1) === '-' && start < at) start++; // a system property: `-Dname=value`
  end += /^(?:\.[\w-]+){1,3}(?=\s*[=:"'`}])/.exec(text.slice(end, end + 60))?.[0].length ?? 0;
  if (text.charAt(start - 1) === ' ') {
    const words = labelWords.exec(text.slice(Math.max(0, start - 60), start));
    if (words) start -= words[0].length;
  }
  return { start, end };
}

/** A quick no for most names: what `labelBefore` needs right in front of them. */
function mayBeLabel(text: string, start: number): boolean {
  let at = start - 1;
  // Only in quotes, a label stands on another line than what names it.
  const first = /["']/.test(text.charAt(at)) ? 0 : tab;
  while (start - at < 40 && isBlankOrQuote(text.charCodeAt(at), first)) at--;
  const code = text.charCodeAt(at);
  return code === 0x3a || code === 0x3d || code === 0x3e || text.slice(Math.max(0, start - 40), start).includes('--');
}

const tab = 0x09;

/** @param least - code of the least blank that counts; line ends do for 0 only. */
function isBlankOrQuote(code: number, least: number): boolean {
  return (code <= 0x20 && code >= least && (least === 0 || (code !== 0x0a && code !== 0x0d))) || code === 0x22 || code === 0x27 || code === 0x5c;
}

const mayOpenBlock = /["'\s{]/;

/** Where the value stands that a label next to it names: `{ "name": "X", "value": ... }`, `variable "x" { default = ... }`. */
function siblingStart(layout: Layout, start: number, end: number): number {
  const { text } = layout;
  const isLabel = mayBeLabel(text, start) && labelBefore.test(text.slice(Math.max(0, start - 40), start));
  const opensBlock = mayOpenBlock.test(text.charAt(end)) ? /^["']?\s*\{/.exec(text.slice(end, end + 8)) : null;
  if (!isLabel && !opensBlock) return -1;
  let from: number;
  let to: number;
  if (opensBlock) {
    const inner = layout.pairAround(end + opensBlock[0].length);
    if (!inner) return -1;
    ({ start: from, end: to } = inner);
  } else {
    const pair = layout.pairAround(start);
    const line = layout.lineAt(start);
    const tag = text.lastIndexOf('<', start);
    if (tag !== -1 && start - tag < 300 && !text.slice(tag, start).includes('>')) {
      from = tag;
      to = text.indexOf('>', start);
      if (to === -1) return -1;
    } else if (pair && pair.end - pair.start < 4000 && text.charAt(pair.start) !== '[') ({ start: from, end: to } = pair);
    else {
      let first = line;
      while (first > 0 && line - first < 6 && !/^\s*-\s/.test(layout.lineText(first)) && layout.indentOf(first - 1) >= layout.indentOf(line)) first--;
      let last = line;
      while (last - line < 6 && layout.indentOf(last + 1) === layout.indentOf(line) && !/^\s*-\s/.test(layout.lineText(last + 1))) last++;
      from = layout.lineRange(first).start;
      to = layout.lineRange(last).end;
    }
  }
  siblingValue.lastIndex = 0;
  let best = -1;
  for (const match of text.slice(from, to).matchAll(siblingValue)) {
    const at = from + match.index + match[0].length;
    if (from + match.index <= start && at > start) continue;
    if (best === -1 || at > start) best = at;
    if (at > start) break;
  }
  return best;
}

/** Cuts a value of a query string off where the next parameter or the fragment starts. */
function withoutFurtherParameters(operand: Operand): Operand {
  const cut = operand.text.search(/[&#;]/);
  return cut === -1 ? operand : { ...operand, end: operand.start + cut, text: operand.text.slice(0, cut) };
}

/** What follows the name of a column: the rest of its cell, and a delimiter or the end of the line. */
const mayBeColumn = /^[\w .:/-]{0,60}["']?[ \t]*(?:[,;|\t\r\n]|$)/;

/** Cells under a column whose header is the name: CSV and its kin. */
function* columnValues(layout: Layout, start: number): Generator<Operand> {
  const line = layout.lineAt(start);
  const header = layout.lineText(line);
  if (header.length > 2000) return;
  const delimiter = [',', ';', '\t', '|'].find((char) => header.includes(char));
  if (delimiter === undefined) return;
  const cells = header.split(delimiter);
  if (cells.length < 2 || !cells.every((cell) => /^\s*["']?[\w .:/-]{0,60}["']?\s*$/.test(cell))) return;
  // Only the first row of a table names its columns.
  if (line > 0 && layout.lineText(line - 1).split(delimiter).length === cells.length) return;
  const offset = start - layout.lineRange(line).start;
  const column = header.slice(0, offset).split(delimiter).length - 1;
  for (let row = line + 1; row < layout.lines.length && row - line <= 10_000; row++) {
    const text = layout.lineText(row);
    if (/^[\s|:-]*$/.test(text)) continue;
    const parts = splitRow(text, delimiter);
    if (parts.length !== cells.length) return;
    const part = parts[column];
    if (!part) continue;
    const begin = layout.lineRange(row).start + part.start;
    yield { kind: 'literal', start: begin, end: begin + part.text.length, text: part.text, site: begin };
  }
}

function splitRow(row: string, delimiter: string): { start: number; text: string }[] {
  const parts: { start: number; text: string }[] = [];
  let start = 0;
  let quoted = false;
  for (let i = 0; i <= row.length; i++) {
    const char = row.charAt(i);
    if (char === '"') quoted = !quoted;
    if (i < row.length && (char !== delimiter || quoted)) continue;
    const raw = row.slice(start, i);
    const lead = /^[\s"'`]*/.exec(raw)?.[0].length ?? 0;
    parts.push({ start: start + lead, text: raw.slice(lead).replace(/[\s"'`]+$/, '') });
    start = i + 1;
  }
  return parts;
}

/** What a text says besides its names. */
export interface NamedValueOptions {
  /** Names that mean a Submit key besides those that say so themselves. */
  readonly isSubmitName: (name: string) => boolean;
  /** The text names a Submit host: then names are followed to what they refer to, too. */
  readonly namesSubmit: boolean;
  /** Something other than names shows that what stands at an offset has to do with Submit; if not, only a name can convict. */
  readonly hasVicinity: (offset: number) => boolean;
}

/** Values that are bound to a name which speaks of a key. */
export function* namedValues(layout: Layout, options: NamedValueOptions): Generator<Candidate> {
  const { text } = layout;
  const { isSubmitName } = options;
  let zones: BrandZones | undefined;
  /** Whether a name may speak of a Submit key, with all that may stand around it. */
  const mayConvict = (name: string, start: number, end: number): boolean =>
    isSubmitName(name) || prose.test(text.slice(end, end + 40))
    || (!namesOtherKey(name) && (options.hasVicinity(start) || brand.test(name) || (zones ??= new BrandZones(layout)).holds(start)));
  let lastEnd = -1;
  keyWord.lastIndex = 0;
  for (const match of text.matchAll(keyWord)) {
    if (match.index < lastEnd) continue;
    const { start, end } = nameAround(text, match.index, match[0].length);
    lastEnd = end;
    directHeader.lastIndex = end;
    if (start === match.index && end === start + match[0].length && headerName.test(match[0]) && directHeader.test(text)) continue; // read as a header
    const name = text.slice(start, end);
    if (mayConvict(name, start, end)) for (const candidate of valuesOfName(layout, name, start, end, options)) yield candidate;
  }
}

const none: readonly Candidate[] = [];

function valuesOfName(layout: Layout, name: string, start: number, end: number, { isSubmitName, namesSubmit }: NamedValueOptions): readonly Candidate[] {
  const { text } = layout;
  const operands: Operand[] = [];
  const at = valueStart(text, start, end);
  if (at !== -1 && !encrypted.test(text.slice(at, at + 24)) && !masked.test(text.slice(at, at + 24))) operands.push(...operandsFrom(text, at));
  if (at === -1 && /[\s)]/.test(text.charAt(start - 1)) && definesFunction.test(text.slice(Math.max(0, start - 30), start))) operands.push(...resolverOf(layout).returnedBy(name));
  const sibling = siblingStart(layout, start, end);
  if (sibling !== -1) operands.push(...operandsFrom(text, sibling));
  if (operands.length === 0 && mayBeColumn.test(text.slice(end, end + 64)) && (isSubmitName(name) || /^(?:submit|generic)-key/.test(classifyName(name)))) operands.push(...columnValues(layout, start));
  if (operands.length === 0) return none;
  const inQuery = /[?&]/.test(text.charAt(start - 1));
  const referred = namesSubmit ? operands.filter((operand) => operand.kind === 'reference' && classifyName(operand.text) !== 'other-key').slice(0, 3).flatMap((operand) => resolverOf(layout).literalsOf(operand.text, operand.start)) : [];
  const literals = [...operands.filter((operand) => operand.kind === 'literal'), ...referred].map((operand) => credentialOf(inQuery ? withoutFurtherParameters(operand) : operand)).filter((value) => credibilityOf(value.text) !== 'none');
  if (literals.length === 0) return none;
  const containers = containersOf(layout, start);
  const saysSubmit = isSubmitName(name) || (at !== -1 && /\b(?:for|of|to)\b.*\b(?:atomyx|submit)\b/i.test(text.slice(end, at)));
  const verdict: NameClass = saysSubmit ? 'submit-key' : classifyName(name, containers);
  const section = containers[containers.length - 1];
  if (verdict === 'none') return none;
  const header = /bearer|authori[sz]ation|withToken/i.test(name) && verdict !== 'other-key';
  return literals.map((value) => ({ ...value, anchor: { start, end }, header, name: { text: name, class: verdict, ...(section === undefined ? {} : { section }) } }));
}
