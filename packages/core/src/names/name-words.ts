import { Memo } from '../memos/memo.ts';

/** Words that people write without a seam; split so that `SUBMITAPIKEY` and `submit_api_key` read the same. */
const seamless = [
  'atomyx', 'submit', 'api', 'key', 'keys', 'token', 'tokens', 'bearer', 'secret', 'auth', 'access', 'authorization', 'authorisation', 'credential',
  'prod', 'production', 'staging', 'dev', 'test', 'live', 'x', 'id', 'header', 'env', 'value', 'my', 'callback', 'webhook', 'client', 'private', 'public',
];
const seam = new RegExp(`^(?:${seamless.join('|')})+$`);
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

function splitName(name: string): readonly string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .replace(/([A-Za-z])(\d)/g, '$1 $2')
    .replace(/(\d)([A-Za-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .flatMap((word) => (word.length > 4 && !seamless.includes(word) && seam.test(word) ? (word.match(seamPart) ?? []) : [word]))
    .filter((word) => word !== '');
}
