import { codesOf, space } from '../characters/codes.ts';
import { literalPattern } from '../characters/literal-pattern.ts';
import type { Range } from '../evidence/evidence.ts';
import type { Layout } from '../layouts/layout.ts';
import { namesOtherKey } from '../names/classify-name.ts';
import { credibilityOf } from '../values/credibility.ts';
import { hasOtherFormat } from '../values/other-formats.ts';
import type { Candidate } from './candidate.ts';
import type { Cell, Row } from './host-rows.ts';
import { holdsHtmlRow, rowAt } from './host-rows.ts';

/** Mentions of a host that are looked at, in one text. */
export const mostMentions = 2000;

/** Columns and labels of credentials. */
const credentialName = /(?:^|[\s_-])(?:pass(?:word|wort|phrase|wd)?|pwd|kennwort|mot de passe|contraseña|(?:api[\s_-]?)?key|token|secret|bearer|credentials?|authori[sz]ation)s?$/i;
/** Columns of which it is open what they hold. */
const openName = /^(?:value|wert|access|zugang)?$/i;
/** What a cell holds beside a host and its credential, where no column has a name. */
const plainCell = /^[A-Za-z]?[A-Za-z@. -]*$/;
/** Most cells of a row without names of columns. */
const mostPlainCells = 3;

const opaque = /^[\w.~+/=-]{12,500}$/;
const digest = /^(?:sha\d|md5|[0-9a-f]{64}$)/i;

/** Lines of a block that are looked at for a password, on either side of the host. */
const linesAround = 4;
const hostLabel = /(?:^|[\s"'{,])(?:host(?:name)?|server|ur[li]|address|endpoint|site|web ?site|service|machine|system)["']?\s*[:=]\s*["']?(?:https?:\/\/)?$/i;
const passwordLabel = /(?:^|[\s"'{,])(pass(?:word|wort|phrase|wd)?|pwd|kennwort)["']?\s*[:=]\s*(["']?)([\w.~+/=-]{12,500})\2\s*[,}]?/gi;

const patterns = new WeakMap<readonly string[], RegExp>();

/** What a mention of one of some hosts is; made once for them. */
function mentionsOf(hosts: readonly string[]): RegExp {
  let pattern = patterns.get(hosts);
  if (pattern === undefined) patterns.set(hosts, (pattern = new RegExp(`(?<![\\w.-])(?:${hosts.map(literalPattern).join('|')})(?![\\w-]|\\.\\w)`, 'gi')));
  return pattern;
}

/** Values that stand beside a Submit host without a name of their own: in the next cell of a table, or as its password. */
export function* besideHosts(layout: Layout, hosts: readonly string[]): Generator<Candidate> {
  let count = 0;
  for (const match of mentionsIn(layout.text, hosts)) {
    if (++count > mostMentions) return;
    const mention = { start: match.index, end: match.index + match[0].length };
    const host = match[0].toLowerCase();
    const row = mayFillCell(layout, mention.start) ? rowAt(layout, mention.start) : undefined;
    const inRow = row === undefined ? undefined : besideCell(row, mention);
    if (inRow !== undefined) yield { ...inRow, host };
    else yield* passwordsOf(layout, mention, host);
  }
}

/** What a cell may begin with in front of its text, and what stands in front of a cell. */
const isLead = codesOf(' *_`"\'');
const beforeCell = codesOf('|\t;,\n\r\v\f>');

/** Whether a host may be the address that a cell of a row holds: a quick no where a word, blanks and quotes stand in front of it. */
function mayFillCell(layout: Layout, start: number): boolean {
  const { text } = layout;
  let at = start - 1;
  for (; isLead[text.charCodeAt(at)] === 1; at--) if (text.charCodeAt(at) === space && text.charCodeAt(at - 1) === space) return true;
  const code = text.charCodeAt(at);
  if (at < 0 || at === start - 1 || code > 127 || beforeCell[code] === 1 || layout.derived(holdsHtmlRow)) return true;
  // `[Submit](https://...)`: the address is that of a link.
  return text.slice(layout.lineRange(layout.lineAt(start)).start, start).includes('](');
}

/** Where hosts are mentioned. */
export function mentionsIn(text: string, hosts: readonly string[]): Iterable<RegExpExecArray> {
  return text.matchAll(mentionsOf(hosts));
}

/** The value in the row of a cell that holds an address and nothing else. */
function besideCell(row: Row, mention: Range): Candidate | undefined {
  const { cells } = row;
  const place = cells.find(({ start, end }) => start <= mention.start && mention.end <= end);
  if (place === undefined || !isAddress(place.text)) return undefined;
  const values = cells.filter((cell) => cell !== place && isOpaque(cell.text));
  const [value] = values;
  if (value === undefined) return undefined;
  const { headers } = row;
  if (headers === undefined) return values.length === 1 && isPlainRow(cells, place, value) ? candidateOf(value, mention, true) : undefined;
  const named = values.find((cell) => isCredentialName(headers[cells.indexOf(cell)] ?? '-'));
  if (named !== undefined) return candidateOf(named, mention, false);
  return values.length === 1 && openName.test(headers[cells.indexOf(value)] ?? '-') ? candidateOf(value, mention, true) : undefined;
}

function isPlainRow(cells: readonly Cell[], place: Cell, value: Cell): boolean {
  return cells.filter(({ text }) => text !== '').length <= mostPlainCells && cells.every((cell) => cell === place || cell === value || plainCell.test(cell.text));
}

function isCredentialName(name: string): boolean {
  return credentialName.test(name) && !namesOtherKey(name);
}

function isAddress(text: string): boolean {
  return /^\[?(?:https?:\/\/)?[\w.-]+(?::\d+)?(?:\/[\w./-]*)?(?:\]\([^()]*\))?$/.test(text);
}

function isOpaque(text: string): boolean {
  return opaque.test(text) && !digest.test(text) && credibilityOf(text) === 'strong' && !hasOtherFormat(text);
}

/** Passwords in the lines around a host that is called one, in one block. */
function* passwordsOf(layout: Layout, mention: Range, host: string): Generator<Candidate> {
  const { text } = layout;
  const line = layout.lineAt(mention.start);
  if (!hostLabel.test(text.slice(Math.max(layout.lineRange(line).start, mention.start - 40), mention.start))) return;
  const block = blockAround(layout, line, mention.start);
  for (const match of text.slice(block.start, block.end).matchAll(passwordLabel)) {
    const [whole, , quote = '', value = ''] = match;
    if (!isOpaque(value)) continue;
    const start = block.start + match.index + whole.lastIndexOf(quote + value) + quote.length;
    yield { ...candidateOf({ start, end: start + value.length, text: value }, mention, false), host };
  }
}

/** Some lines on either side of a line: up to a blank one, the brackets around it, or one with another host. */
function blockAround(layout: Layout, line: number, offset: number): Range {
  const ends = (at: number): boolean => at < 0 || at >= layout.lines.length || /^\s*$|\bhost(?:name)?["']?\s*[:=]|\bur[li]["']?\s*[:=]/i.test(layout.lineText(at).slice(0, 200));
  let first = line;
  while (line - first < linesAround && !ends(first - 1)) first--;
  let last = line;
  while (last - line < linesAround && !ends(last + 1)) last++;
  const [pair] = layout.enclosingPairs(offset);
  return { start: Math.max(layout.lineRange(first).start, pair?.start ?? 0), end: Math.min(layout.lineRange(last).end, pair?.end ?? Infinity) };
}

function candidateOf({ start, end, text }: Cell, anchor: Range, isOpen: boolean): Candidate {
  return { start, end, text, anchor, header: false, ...(isOpen ? { isOpen } : {}) };
}
