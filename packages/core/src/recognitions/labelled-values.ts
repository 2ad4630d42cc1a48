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

/** What stands before a value in its cell: a name with its sign, a scheme, a quote. Each once at the most. */
const lead = /^(?:[^:="]{0,60}[:=]\s?)?["']?(?:Authorization["']?:\s?["']?)?(?:["']?Bearer\s)?["']?/i;

/** A value as recognisers show it: an underline is a gap to them. */
const shown = /^[\w.~+/=@$#%&*-]{1,200}(?: [\w.~+/=@$#%&*-]{1,200}){0,2}/;

/** A value in the line below that goes on where the one above ended. */
const continued = /^[\w.~+/-]{3,200}(?: [\w.~+/-]{3,200})?(?=["']|\s*\\?$)/;

/** Words of a label of a key; blanks may be missing. */
const ofKey = /api\s?key|access\s?key|\btoken|bearer|authori[sz]ation/i;

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
      const value = valueIn(cell, lines[line + 1]);
      if (value === undefined) return [];
      const label = labelOf(cells, column, value, lines[line - 1]);
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
    return [...line.matchAll(/\S(?: {0,2}\S)*/g)].map((found) => ({ text: found[0], start: from + found.index, end: from + found.index + found[0].length }));
  });
}

interface ShownValue extends Range {
  /** Without blanks. */
  readonly text: string;
  readonly pieces: readonly Range[];
  /** What stands before it in its cell. */
  readonly lead: string;
}

/** The value of a cell, with the part of it that was wrapped into the next line. */
function valueIn(cell: Cell, below: readonly Cell[] | undefined): ShownValue | undefined {
  const before = lead.exec(cell.text)?.[0] ?? '';
  const first = shown.exec(cell.text.slice(before.length))?.[0];
  if (first === undefined || first.length < shortestPiece || !/\d|[a-z][A-Z]/.test(first) || /^[$<{*%]/.test(first)) return undefined;
  const start = cell.start + before.length;
  const pieces: Range[] = [{ start, end: start + first.length }];
  const [next] = below ?? [];
  const isOpen = start + first.length === cell.end && below?.length === 1;
  const rest = isOpen && next !== undefined ? continued.exec(next.text)?.[0] : undefined;
  const goesOn = rest !== undefined && /\d|[a-z][A-Z]/.test(rest) && before !== '' && !/[./]/.test(rest);
  if (goesOn && next !== undefined) pieces.push({ start: next.start, end: next.start + rest.length });
  const whole = `${first}${goesOn ? rest : ''}`.replaceAll(' ', '');
  if (credibilityOf(whole) !== 'strong' || hasOtherFormat(whole) || readsLikeMask(whole)) return undefined;
  return { start, end: start + first.length, text: whole, pieces, lead: before };
}

/** The label of a value; `undefined` where nothing says that it is a key. */
function labelOf(cells: readonly Cell[], column: number, { lead: before, start }: ShownValue, above: readonly Cell[] | undefined): Cell | undefined {
  const own: Cell = { text: before.replace(/[\s:="']+$/, ''), start: start - before.length, end: start };
  const beside = own.text === '' ? cells[column - 1] : own;
  if (beside !== undefined) {
    const says = beside.text.replace(/^\d{1,4}$/, '');
    if (ofKey.test(says) && !ofOther.test(says)) return beside;
    // A label that was not read well says nothing, and the selection above it does.
    if (/[:=]$/.test(before.trimEnd()) || ofOther.test(says)) return undefined;
    return above?.find(({ text }) => kindOfKey.test(text) && !ofOther.test(text));
  }
  return above?.length === 1 ? above.find(({ text }) => text.length < 40 && ofKey.test(text) && !ofOther.test(text)) : undefined;
}
