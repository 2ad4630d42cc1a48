import { codesOf, digits, isBlankAt, letters, wordChars } from '../characters/codes.ts';
import { dottedHostAt } from './host-patterns.ts';

/** Something that is called a host, up to the host itself: `"hostname": "`, `HTTPSConnection("`, `Host: `, `connected to `. */
const label =
  /(?:host(?:name)?|server(?:name)?|domain|authority|machine|base_?ur[li]|endpoint|connection|connect(?:ed)?(?:\s+to)?|https?client|(?<!\w)https?|url|uri|proxy_pass|sni|(?<!\w)case|(?<!\w)(?:for|against|to|at|via))["'`]?\]?(?:\s*(?:\(|[:=]|=>|,)\s*|\s+)[@$rbuf]{0,2}\\?["'`]?\(?["'`]?$/i;
/** Most blanks, quotes and separators between a label and its host, and most of a label, in UTF-16 units. */
const longestGap = 160;
const longestLabel = 24;

/** The last two letters of the words of a label. */
const endings = new Set(['st', 'me', 'er', 'in', 'ty', 'ne', 'rl', 'ri', 'nt', 'on', 'ct', 'ed', 'to', 'ss', 'ni', 'se', 'or', 'at', 'ia', 'tp', 'ps'].map((pair) => pairOf(pair.charCodeAt(0), pair.charCodeAt(1))));

const isAlphanumeric = codesOf(`${letters}${digits}`);
/** What a host is made of, what may stand right in front of one, and what between that and its label. */
const ofHost = codesOf(`${wordChars}.-`);
const inFront = codesOf(' \t\r\n\v\f("\'`:=,>\\@$');
const betweenThem = codesOf('("\'`:=,>\\@$]');
/** Marks of strings that may stand in front of a quote, or are taken from the beginning of a host. */
const isMark = codesOf('@$rbufRBUF');

/** A host and the offset at which it begins. */
export interface LabelledHost {
  readonly start: number;
  /** Lower case. */
  readonly host: string;
}

/** The hosts of a text that something calls a host. Begins with the dots: there are fewer of them than of words such as `to` and `url`. */
export function* labelledHosts(text: string): Generator<LabelledHost> {
  for (let dot = text.indexOf('.'), end = 0; dot !== -1; dot = text.indexOf('.', end)) {
    let start = dot;
    while (start > end && ofHost[text.charCodeAt(start - 1)] === 1) start--;
    end = dot + 1;
    while (ofHost[text.charCodeAt(end)] === 1) end++;
    const found = hostBehindLabel(text, start);
    if (found !== undefined) yield found;
  }
  for (const { index } of text.matchAll(/localhost/gi)) {
    const found = hostBehindLabel(text, index);
    if (found !== undefined) yield found;
  }
}

function hostBehindLabel(text: string, first: number): LabelledHost | undefined {
  if (inFront[text.charCodeAt(first - 1)] !== 1) return undefined;
  const from = labelBefore(text, first);
  if (from === -1) return undefined;
  for (let marks = marksAt(text, first); marks >= 0; marks--) {
    const start = first + marks;
    if (isAlphanumeric[text.charCodeAt(start)] !== 1 || !label.test(text.slice(from, start))) continue;
    const host = dottedHostAt(text, start);
    return host === undefined ? undefined : { start, host };
  }
  return undefined;
}

function marksAt(text: string, offset: number): number {
  if (isMark[text.charCodeAt(offset)] !== 1) return 0;
  return isMark[text.charCodeAt(offset + 1)] === 1 ? 2 : 1;
}

/** Where a label in front of a host may begin at most, or -1: what stands there, quotes and separators aside, must end like its words. */
function labelBefore(text: string, first: number): number {
  const last = beforeSeparators(text, first);
  if (endsLikeLabel(text, last)) return Math.max(0, last - longestLabel);
  // The marks of a string: `host = f"..."`.
  let at = last;
  while (last - at < 2 && isMark[text.charCodeAt(at)] === 1) at--;
  if (at === last) return -1;
  const word = beforeSeparators(text, at + 1);
  return endsLikeLabel(text, word) ? Math.max(0, word - longestLabel) : -1;
}

function endsLikeLabel(text: string, last: number): boolean {
  return endings.has(pairOf(text.charCodeAt(last - 1) | lowerCase, text.charCodeAt(last) | lowerCase));
}

/** Offset of the last character in front of blanks, quotes and separators. */
function beforeSeparators(text: string, end: number): number {
  let at = end - 1;
  while (at >= 0 && end - at < longestGap && (betweenThem[text.charCodeAt(at)] === 1 || isBlankAt(text, at))) at--;
  return at;
}

const lowerCase = 0x20;

function pairOf(first: number, second: number): number {
  return (first << 8) | second;
}
