import { codesOf, dot, hyphen, isBlankAt, letters, space, wordChars } from '../characters/codes.ts';

const keyWord = /key|token|secret|bearer|authori[sz]ation|credential/gi;
const headerName = /^(?:bearer|authori[sz]ation)$/i;
/** `Authorization: Bearer <value>`, `Bearer <value>`. */
const directHeader = /["'`\]\\]*[ \t]*[:=,]?[ \t]*\\?["'`]?(?:bearer[ \t]+)?[\w.~+/=-]{8}/iy;

const labelWord = 'atomyx|submit|api|access|auth|production|prod|staging|live|test|our|customer|bearer';
/** Words that make a label together, with blanks between. */
export const labelWords = new RegExp(`(?:\\b(?:${labelWord})[ \\t]+){1,4}$`, 'i');
/** The last of these words. */
const endsLabel = new RegExp(`(?:${labelWord})$`, 'i');
const longestWord = 'production'.length;
const lastOfLabelWord = codesOf('xtishndgerXTISHNDGER');
/** What a label in front of a name may be made of, in UTF-16 units. */
const longestLabel = 60;

const isLetter = codesOf(letters);
/** What a name goes on with, to its beginning and to its end, and what cannot begin it. */
const beforeKeyWord = codesOf(`${wordChars}$.:/-`);
const afterKeyWord = codesOf(`${wordChars}-`);
const neverFirst = codesOf('.:/$-');
const longestBefore = 80;
const longestAfter = 60;

/**
 * Tells where the names that speak of a key stand: `config.atomyx.api-key`, `--submit-api-key`, `Submit API key`. Left out are headers
 * that stand in front of their value.
 *
 * @param visit - is called with the offset of the first character of each name, and the one behind its last.
 */
export function eachKeyName(text: string, visit: (start: number, end: number) => void): void {
  let lastEnd = -1;
  for (let behind = 0; ;) {
    keyWord.lastIndex = behind;
    if (!keyWord.test(text)) return;
    behind = keyWord.lastIndex;
    const at = behind - lengthOfWordBefore(text, behind);
    if (at < lastEnd) continue;
    const end = endOfName(text, at, behind);
    lastEnd = end;
    const plain = startOfName(text, at);
    const start = text.charCodeAt(plain - 1) === space ? startOfLabel(text, plain) : plain;
    if (start === at && end === behind && isHeader(text, at, behind)) continue;
    visit(start, end);
  }
}

/** Length of the key word that ends at an offset; its last letters tell. */
function lengthOfWordBefore(text: string, end: number): number {
  switch (text.charAt(end - 1).toLowerCase()) {
    case 'y':
      return 'key'.length;
    case 't':
    case 'r':
      return 'secret'.length; // and `bearer`
    case 'l':
      return 'credential'.length;
    default:
      return text.charAt(end - 2).toLowerCase() === 'e' ? 'token'.length : 'authorization'.length;
  }
}

function startOfName(text: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < longestBefore && beforeKeyWord[text.charCodeAt(start - 1)] === 1) start--;
  while (start < at && neverFirst[text.charCodeAt(start)] === 1) start++;
  // A system property: `-Dname=value`.
  return text.charAt(start) === 'D' && text.charCodeAt(start - 1) === hyphen && start < at ? start + 1 : start;
}

function endOfName(text: string, at: number, behind: number): number {
  let end = behind;
  while (end < text.length && end - at < longestAfter && afterKeyWord[text.charCodeAt(end)] === 1) end++;
  while (text.charCodeAt(end - 1) === hyphen) end--;
  if (text.charCodeAt(end) !== dot) return end;
  return end + (/^(?:\.[\w-]+){1,3}(?=\s*[=:"'`}])/.exec(text.slice(end, end + 60))?.[0].length ?? 0);
}

/** Where the words in front of a name begin that make a label with it: `Submit API key`. */
function startOfLabel(text: string, start: number): number {
  let last = start - 1;
  while (last >= 0 && (text.charCodeAt(last) === space || isBlankAt(text, last))) last--;
  if (lastOfLabelWord[text.charCodeAt(last)] !== 1) return start;
  let first = last;
  while (first > 0 && isLetter[text.charCodeAt(first - 1)] === 1 && last - first < 10) first--;
  if (last - first < 2 || last - first === 4) return start; // no such word has five letters
  if (!endsLabel.test(text.slice(Math.max(0, last - longestWord), last + 1))) return start;
  return start - (labelWords.exec(text.slice(Math.max(0, start - longestLabel), start))?.[0].length ?? 0);
}

function isHeader(text: string, start: number, end: number): boolean {
  if (!headerName.test(text.slice(start, end))) return false;
  directHeader.lastIndex = end;
  return directHeader.test(text);
}
