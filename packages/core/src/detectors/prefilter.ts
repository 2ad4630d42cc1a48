import { base64Cores } from '../known-keys/known-key-search.ts';
import { revealTo } from '../secrets/secret.ts';
import type { DetectorOptions } from './detector-options.ts';
import type { PrefilterLiteral, PrefilterPlan } from './prefilter-plan.ts';

/** Groups of literals. A blob passes on a sign or a known key, or where Submit and an API key are both named. */
const groups = { sign: 0, submit: 1, key: 2, known: 3, configured: 4 } as const;

/** Names for a key that count with `submit` alone; any other needs Atomyx in the document. */
const keyWords = ['api_key', 'api-key', 'apikey', 'api key', 'api.key', 'api:key', 'api/key', 'bearer'];

/** Bytes of a literal that are looked for: enough to be rare, few enough for large sets of known keys. */
const longestLiteral = 24;

const utf8 = (text: string): Uint8Array => Buffer.from(text, 'utf8');

/** What a blob must hold for the detector to find anything in it, encoded once in any of the ways the decoders read. */
export function prefilterPlan(options: DetectorOptions): PrefilterPlan {
  const literals: PrefilterLiteral[] = [];
  const add = (group: number, bytes: Uint8Array, ignoreCase = false): void => {
    literals.push({ bytes: bytes.subarray(0, longestLiteral), ignoreCase, group });
  };
  const words = new Set(['atomyx', 'externalid', ...options.hosts, ...options.stagingHosts].filter((word) => word === 'atomyx' || !word.includes('atomyx')));
  for (const word of words) addSign(word, add);
  for (const text of ['submit', 'Submit', 'SUBMIT']) if (text === 'submit') add(groups.submit, utf8(text), true);
  for (const text of keyWords) add(groups.key, utf8(text), true);
  for (const form of [utf16('submit', 'le'), utf16('submit', 'be')]) add(groups.submit, form, true);
  for (const text of keyWords) for (const form of [utf16(text, 'le'), utf16(text, 'be')]) add(groups.key, form, true);
  for (const key of options.knownKeys) revealTo(key.secret, (value) => {
    addKnown(value, (bytes, ignoreCase) => {
      add(groups.known, bytes, ignoreCase);
    });
  });
  const configured = [...options.formats.map((format) => format.pattern), ...options.names].map(literalOf);
  const everything = configured.includes(undefined) || options.knownFingerprints !== undefined;
  for (const text of configured) if (text !== undefined) add(groups.configured, utf8(text), true);
  const always = (1 << groups.sign) | (1 << groups.known) | (1 << groups.configured);
  const both = (1 << groups.submit) | (1 << groups.key);
  return { literals, everything, passes: (mask) => everything || (mask & always) !== 0 || (mask & both) === both };
}

type Add = (group: number, bytes: Uint8Array, ignoreCase?: boolean) => void;

function addSign(word: string, add: Add): void {
  add(groups.sign, utf8(word), true);
  add(groups.sign, utf16(word, 'le'), true);
  add(groups.sign, utf16(word, 'be'), true);
  const pieces = word.split('.');
  if (pieces.length > 2) for (const gap of ['","', '", "']) add(groups.sign, utf8(pieces.slice(0, 2).join(gap)), true);
  for (const cased of new Set([word, word.toUpperCase(), word.charAt(0).toUpperCase() + word.slice(1)])) {
    const bytes = utf8(cased);
    for (const core of base64Cores(bytes)) if (core.length >= 6) add(groups.sign, utf8(core));
    add(groups.sign, utf8(Buffer.from(bytes).toString('hex')), true);
    const start = cased.slice(0, 4);
    add(groups.sign, utf8(escapedWith(start, (code) => `\\x${code.toString(16)}`)), true);
    add(groups.sign, utf8(escapedWith(start, (code) => `\\u00${code.toString(16)}`)), true);
    add(groups.sign, utf8(escapedWith(start, (code) => `%${code.toString(16)}`)), true);
    add(groups.sign, utf8(escapedWith(start, (code) => `&#${String(code)};`)), true);
    add(groups.sign, utf8(escapedWith(start, (code) => `&#x${code.toString(16)};`)), true);
  }
  const wide = Buffer.from(word, 'utf16le');
  for (const core of base64Cores(wide)) add(groups.sign, utf8(core));
}

function addKnown(value: string, add: (bytes: Uint8Array, ignoreCase: boolean) => void): void {
  const bytes = utf8(value);
  add(bytes, false);
  add(utf8(Buffer.from(bytes).toString('hex')), true);
  for (const core of base64Cores(bytes)) {
    if (core.length < 6) continue;
    add(utf8(core), false);
    const urlSafe = core.replaceAll('+', '-').replaceAll('/', '_');
    if (urlSafe !== core) add(utf8(urlSafe), false);
  }
  for (const form of [encodeURIComponent(value), JSON.stringify(value).slice(1, -1)]) if (form !== value) add(utf8(form), true);
  add(utf16(value, 'le'), false);
  add(utf16(value, 'be'), false);
}

function escapedWith(text: string, escape: (code: number) => string): string {
  return Array.from(text, (char) => escape(char.charCodeAt(0))).join('');
}

function utf16(text: string, order: 'le' | 'be'): Uint8Array {
  const bytes = Buffer.from(text, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
}

/** The longest stretch of plain characters that every match of a pattern must hold, or `undefined` where none is certain. */
function literalOf(pattern: string): string | undefined {
  if (/[|(]|\(\?/.test(pattern.replace(/\\./g, ''))) return undefined;
  const stretches = pattern
    .replace(/\\b|[\^$]/g, '\u0000')
    .replace(/\\([^\w\s])/g, (_, char: string) => (char === '-' || char === '_' || char === '.' ? char : '\u0000'))
    .replace(/\\\w|\[[^\]]*\]|\{[^}]*\}/g, '\u0000')
    .replace(/.[*?]/g, '\u0000')
    .split(/[\u0000+.]/)
    .sort((a, b) => b.length - a.length);
  const longest = stretches[0] ?? '';
  return longest.length >= 3 ? longest : undefined;
}
