import { base64Cores } from '../known-keys/known-key-search.ts';
import { revealTo } from '../secrets/secret.ts';
import type { DetectorOptions } from './detector-options.ts';
import type { PrefilterLiteral, PrefilterPlan } from './prefilter-plan.ts';

/** Groups of literals. A blob passes on a sign or a known key, or where Submit and an API key are both named. */
const groups = { sign: 0, submit: 1, key: 2, known: 3, configured: 4, jobId: 5, jobField: 6 } as const;

/** Names for a key that count with `submit` alone; any other needs Atomyx in the document. */
const keyWords = ['api_key', 'api-key', 'apikey', 'api key', 'api.key', 'api:key', 'api/key', 'bearer'];

/** Fields of a job that, beside `externalId`, show a request to Submit that does not name its host. */
const jobFields = ['callbackurl', 'returnurl', 'checkfixprofile', 'proofprofile'];

/** Bytes of a literal that are looked for: enough to be rare, few enough for large sets of known keys. */
const longestLiteral = 24;

const utf8 = (text: string): Uint8Array => Buffer.from(text, 'utf8');

/** What a blob must hold for the detector to find anything in it, encoded once in any of the ways the decoders read. */
export function prefilterPlan(options: DetectorOptions): PrefilterPlan {
  const literals: PrefilterLiteral[] = [];
  const add = (group: number, bytes: Uint8Array, ignoreCase = false): void => {
    literals.push({ bytes: bytes.subarray(0, longestLiteral), ignoreCase, group });
  };
  for (const word of signWords(options)) addSign(word, add);
  add(groups.submit, utf8('submit'), true);
  add(groups.jobId, utf8('externalid'), true);
  for (const text of jobFields) add(groups.jobField, utf8(text), true);
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
  const job = (1 << groups.jobId) | (1 << groups.jobField);
  return { literals, everything, passes: (mask) => everything || (mask & always) !== 0 || (mask & both) === both || (mask & job) === job };
}

type Add = (group: number, bytes: Uint8Array, ignoreCase?: boolean) => void;

function addSign(word: string, add: Add): void {
  for (const { text, ignoreCase } of signTexts(word)) add(groups.sign, utf8(text), ignoreCase);
  add(groups.sign, utf16(word, 'le'), true);
  add(groups.sign, utf16(word, 'be'), true);
}

/** The forms in which a sign of Submit may stand in a text: plain, split into parts, encoded once. */
function signTexts(word: string): { text: string; ignoreCase: boolean }[] {
  const forms = [{ text: word, ignoreCase: true }];
  const pieces = word.split('.');
  if (pieces.length > 2) for (const gap of ['","', '", "']) forms.push({ text: pieces.slice(0, 2).join(gap), ignoreCase: true });
  for (const cased of new Set([word, word.toUpperCase(), word.charAt(0).toUpperCase() + word.slice(1)])) {
    for (const core of base64Cores(utf8(cased))) if (core.length >= 6) forms.push({ text: core, ignoreCase: false });
    forms.push({ text: Buffer.from(cased).toString('hex'), ignoreCase: true });
    const start = cased.slice(0, 4);
    const codes = (escape: (hex: string, code: number) => string): string => Array.from(start, (char) => escape(char.charCodeAt(0).toString(16), char.charCodeAt(0))).join('');
    for (const escape of [codes((hex) => `\\x${hex}`), codes((hex) => `\\u00${hex}`), codes((hex) => `%${hex}`), codes((_, code) => `&#${String(code)};`), codes((hex) => `&#x${hex};`)]) {
      forms.push({ text: escape, ignoreCase: true });
    }
  }
  for (const core of base64Cores(Buffer.from(word, 'utf16le'))) forms.push({ text: core, ignoreCase: false });
  return forms;
}

/** The words that say Submit by themselves. */
function signWords({ hosts, stagingHosts }: DetectorOptions): string[] {
  return [...new Set(['atomyx', ...hosts, ...stagingHosts])].map((word) => word.toLowerCase()).filter((word) => word === 'atomyx' || !word.includes('atomyx'));
}

/** A test for texts that may hold what the prefilter's signs stand for; the same decision as on bytes, on decoded text. */
export function signTest(options: DetectorOptions): (text: string) => boolean {
  const forms = signWords(options).flatMap(signTexts);
  const pattern = new RegExp(forms.map(({ text }) => text.replace(/[^\w]/g, '\\$&')).join('|'), 'i');
  const keys = new RegExp(keyWords.map((word) => word.replace(/[^\w]/g, '\\$&')).join('|'), 'i');
  const fields = new RegExp(jobFields.join('|'), 'i');
  return (text) => pattern.test(text) || (/submit/i.test(text) && keys.test(text)) || (/externalid/i.test(text) && fields.test(text));
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

function utf16(text: string, order: 'le' | 'be'): Uint8Array {
  const bytes = Buffer.from(text, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
}

/** The longest stretch of plain characters that every match of a pattern must hold, or `undefined` where none is certain. */
function literalOf(pattern: string): string | undefined {
  if (/[|(]|\(\?/.test(pattern.replace(/\\./g, ''))) return undefined;
  const cut = '\n';
  const stretches = pattern
    .replace(/\\b|[\^$]/g, cut)
    .replace(/\\([^\w\s])/g, (_, char: string) => (char === '-' || char === '_' || char === '.' ? char : cut))
    .replace(/\\\w|\[[^\]]*\]|\{[^}]*\}/g, cut)
    .replace(/.[*?]/g, cut)
    .split(/[\n+.]/)
    .sort((a, b) => b.length - a.length);
  const longest = stretches[0] ?? '';
  return longest.length >= 3 ? longest : undefined;
}
