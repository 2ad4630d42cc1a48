import { Memo } from '../memos/memo.ts';

/** Words that people write without a seam; split so that `SUBMITAPIKEY` and `submit_api_key` read the same. */
const seamless: ReadonlySet<string> = new Set([
  'atomyx', 'submit', 'api', 'key', 'keys', 'token', 'tokens', 'bearer', 'secret', 'auth', 'access', 'authorization', 'authorisation', 'credential',
  'prod', 'production', 'staging', 'dev', 'test', 'live', 'x', 'id', 'header', 'env', 'value', 'my', 'callback', 'webhook', 'client', 'private', 'public',
]);
const seam = new RegExp(`^(?:${[...seamless].join('|')})+$`);
const seamPart = new RegExp([...seamless].sort((a, b) => b.length - a.length).join('|'), 'g');

/**
 * Splits a name into lower-case words at case changes, digits and punctuation.
 * `AtomyxSubmit.apiKey_v2` -> `['atomyx', 'submit', 'api', 'key', 'v', '2']`.
 */
export function wordsOf(name: string): readonly string[] {
  return memo.of(name);
}

/** A text has few names, and asks about them often. */
const memo = new Memo(4096, splitName);

const lower = 1;
const upper = 2;
const digit = 3;
/** What a character of a name is, by its code: a letter, a digit, or nothing of a word. */
const kinds = new Uint8Array(128);
for (const char of 'abcdefghijklmnopqrstuvwxyz') kinds[char.charCodeAt(0)] = lower;
for (const char of 'ABCDEFGHIJKLMNOPQRSTUVWXYZ') kinds[char.charCodeAt(0)] = upper;
for (const char of '0123456789') kinds[char.charCodeAt(0)] = digit;

function splitName(name: string): readonly string[] {
  const words: string[] = [];
  let start = 0;
  let before = 0;
  for (let at = 0; at <= name.length; at++) {
    const kind = kinds[name.charCodeAt(at)] ?? 0;
    if (kind === before && kind !== upper) continue;
    if (beginsWord(name, at, before, kind)) {
      if (before !== 0) addWord(words, name.slice(start, at).toLowerCase());
      start = at;
    }
    before = kind;
  }
  return words;
}

/** Whether a word begins, or ends, between two characters of these kinds: `aB`, `a1`, `1a`, `a_`, and before the last of `ABc`. */
function beginsWord(name: string, at: number, before: number, kind: number): boolean {
  if (before === upper) return kind === upper ? kinds[name.charCodeAt(at + 1)] === lower : kind !== lower;
  return kind !== before;
}

function addWord(words: string[], word: string): void {
  if (word.length > 4 && !seamless.has(word) && seam.test(word)) words.push(...(word.match(seamPart) ?? []));
  else words.push(word);
}
