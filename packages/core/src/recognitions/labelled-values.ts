import type { Evidence, Range } from '../evidence/evidence.ts';
import type { Match } from '../match.ts';
import { classifyName } from '../names/classify-name.ts';
import { Secret } from '../secrets/secret.ts';
import { credibilityOf } from '../values/credibility.ts';
import { describeValue } from '../values/description.ts';
import { hasOtherFormat } from '../values/other-formats.ts';
import { readsLikeMask } from './confusions.ts';
import { hostFor, hostsIn } from './hosts-in-view.ts';

/** Text of a cell: the columns of forms and tables are apart. */
interface Cell extends Range {
  readonly text: string;
}

/** What stands before a value in its cell: a header with its scheme, whatever it is a part of, or a name with its sign, or a quote. */
const lead = /^(?:.{0,120}?\bBearer\s+["']{0,2}|["']?[^:="]{0,60}["']?\s?[:=]\s?["']{0,2}|["']{1,2})?/i;

/** A lead that is the scheme of a header. */
const scheme = /\bBearer\s+["']{0,2}$/i;

/** A value as recognisers show it: an underline is a gap to them. */
const shown = /^[\w.~+/=@$#%&*-]{1,200}(?: [\w.~+/=@$#%&*-]{1,200}){0,2}/;

/** A value in the line below that goes on where the one above ended. */
const continued = /^[\w.~+/-]{3,200}(?: [\w.~+/-]{1,200})?(?=["']|\s*\\?$)/;

/** Words of a label of a key; blanks may be missing. */
const ofKey = /api[\s_]?key|access[\s_]?key|submit[\s_]?key|\btoken|bearer|authori[sz]ation/i;

/** Words of what else looks random. */
const ofOther = /\b(?:e?tags?|ids?|uuid|guid|request|trace|span|hash|commit|sha\d*|md5|session|cookie|job|order|digest|signature|nonce|external\w*|version|build|callback|webhook|hook|agent|host|url|accept|content|length|path|date|csrf|secret)\b/i;

/** What a selection of the kind of authorisation says, right above the value. */
const kindOfKey = /bearer\s?token|api\s?key/i;

/** Characters from which a piece of a value can be told from a word. */
const shortestPiece = 6;

/**
 * Values that stand beside or below a label, as forms and headers show them, in an image that names a Submit host. The nearest host above decides.
 *
 * @param text - as it was read, with the spelling of words mended.
 * @param ours - hosts of the Submit API, lower case.
 */
export function labelledValues(text: string, ours: readonly string[]): readonly Match[] {
  const lines = linesOf(text);
  const hosts = hostsIn(text);
  return lines.flatMap((cells, line) =>
    cells.flatMap((cell, column): Match[] => {
      const value = valueIn(cell, lines, line);
      if (value === undefined) return [];
      const label = labelOf(cells, column, value, lines[line - 1]) ?? (column === cells.length - 1 ? columnOf(lines, line, ours) : undefined);
      if (label === undefined) return [];
      const evidence: Evidence[] = [];
      if (classifyName(label.text) === 'submit-key') evidence.push({ kind: 'name', start: label.start, end: label.end, detail: label.text });
      const host = hostFor(value.start, hosts);
      if (host !== undefined && ours.includes(host.host)) evidence.push({ kind: 'vicinity', start: host.start, end: host.end, detail: host.host });
      else if (host !== undefined && value.start > host.start) return [];
      if (evidence.length === 0) return [];
      const { start, end, pieces } = value;
      return [{ aspect: 'key', start, end, ...(pieces.length > 1 && { pieces }), secret: new Secret(value.text), evidence: [...evidence, { kind: 'value', start, end, detail: describeValue(value.text) }], via: [] }];
    }),
  );
}

function linesOf(text: string): readonly (readonly Cell[])[] {
  let at = 0;
  return text.split('\n').map((line) => {
    const from = at;
    at += line.length + 1;
    return [...line.matchAll(/\S(?: {0,2}\S)*/g)].map((found) => withoutFrame(found[0], from + found.index)).filter(({ text }) => text !== '');
  });
}

/** A cell without what the frame of a field is read as, or the number of a line. */
function withoutFrame(read: string, start: number): Cell {
  const before = /^(?:[|[\]](?:\s+|$)|=\s+(?=[A-Z][A-Z\d_]{2,60}\s?=))/.exec(read)?.[0].length ?? 0;
  const text = read.slice(before).replace(/\s+[|[\]]$/, '');
  return { text, start: start + before, end: start + before + text.length };
}

interface ShownValue extends Range {
  /** Without blanks. */
  readonly text: string;
  readonly pieces: readonly Range[];
  /** What stands before it in its cell. */
  readonly lead: string;
}

/** Lines into which a value may be wrapped. */
const mostLines = 4;

/** The value of a cell, with the parts of it that were wrapped into the next lines. */
function valueIn(cell: Cell, lines: readonly (readonly Cell[])[], line: number): ShownValue | undefined {
  const before = lead.exec(cell.text)?.[0] ?? '';
  const first = shown.exec(cell.text.slice(before.length))?.[0];
  if (first === undefined || /^[$<{*%]/.test(first)) return undefined;
  // Behind a scheme, the end of a line may cut a value after its first characters.
  const isCut = scheme.test(before) && before.length + first.length === cell.text.length;
  if (!isCut && (first.length < shortestPiece || !looksRandom(first))) return undefined;
  const start = cell.start + before.length;
  const parts = [{ text: first, start, end: start + first.length }];
  for (let last = cell; before !== '' && parts.length < mostLines && parts.at(-1)?.end === last.end;) {
    const [next, ...others] = lines[line + parts.length] ?? [];
    const rest = next === undefined || others.length > 0 ? undefined : continued.exec(next.text)?.[0];
    if (next === undefined || rest === undefined || !looksRandom(rest) || /[./]/.test(rest)) break;
    parts.push({ text: rest, start: next.start, end: next.start + rest.length });
    last = next;
  }
  const whole = parts.map(({ text }) => text).join('').replaceAll(' ', '');
  if (credibilityOf(whole) !== 'strong' || hasOtherFormat(whole) || readsLikeMask(whole)) return undefined;
  return { start, end: start + first.length, text: whole, pieces: parts.map((part) => ({ start: part.start, end: part.end })), lead: before };
}

/** Words have no digits, and capitals at their beginning. */
function looksRandom(text: string): boolean {
  return /\d|[a-z][A-Z]/.test(text);
}

/** The label of a value; `undefined` where nothing says that it is a key. */
function labelOf(cells: readonly Cell[], column: number, { lead: before, start }: ShownValue, above: readonly Cell[] | undefined): Cell | undefined {
  const own: Cell = { text: before.replace(/[\s:="']+$/, ''), start: start - before.length, end: start };
  if (scheme.test(before)) return { ...own, text: 'Bearer' };
  const beside = own.text === '' ? cells[column - 1] : own;
  if (beside !== undefined) {
    const says = beside.text.replace(/^\d{1,4}$/, '');
    if (ofKey.test(says) && !ofOther.test(says)) return beside;
    // A label that was not read well says nothing, and the selection above it does.
    if (/[:=]$/.test(before.trimEnd()) || ofOther.test(says)) return undefined;
    return above?.find(({ text }) => kindOfKey.test(text) && !ofOther.test(text));
  }
  const carried = above?.at(-1);
  if (carried !== undefined && column === 0 && /\bBearer$/i.test(carried.text)) return { ...carried, text: 'Bearer' };
  return above?.length === 1 ? above.find(({ text }) => text.length < 40 && ofKey.test(text) && !ofOther.test(text)) : undefined;
}

/** Lines of a table above one of its rows in which its first row is looked for. */
const mostRows = 8;

/** The name of the last column of a table, above a row that holds one of our hosts; `undefined` where it is not that of a key. */
function columnOf(lines: readonly (readonly Cell[])[], line: number, ours: readonly string[]): Cell | undefined {
  const row = (lines[line] ?? []).map(({ text }) => text.toLowerCase()).join(' ');
  if (!ours.some((host) => row.startsWith(host) || row.startsWith(`https://${host}`))) return undefined;
  for (const above of lines.slice(Math.max(0, line - mostRows), line).reverse()) {
    const last = above.at(-1);
    if (last === undefined || !/^(?:host|server|service|url|address|system)\b/i.test(above[0]?.text ?? '')) continue;
    return /\b(?:api\s?)?(?:key|token|password)$/i.test(last.text) && !ofOther.test(last.text) ? last : undefined;
  }
  return undefined;
}
