import { base64Cores } from '../known-keys/known-key-search.ts';
import type { DetectorOptions } from './detector-options.ts';

/** Names for a key that count with `submit` alone; any other needs Atomyx in the document. */
export const keyWords = ['api_key', 'api-key', 'apikey', 'api key', 'api.key', 'api:key', 'api/key', 'bearer'];

/** The fields of a job of which one must stand beside `externalId` and `jobs`, where nothing else names Submit; see `signs.ts`. */
export const jobFields = ['callbackURL', 'returnURL', 'checkFixProfile', 'proofProfile'];

/** What stands in front of `jobs` in a path or a string. */
export const jobPaths = ['/jobs', '"jobs', "'jobs", '`jobs'];

/** The field that every job has. */
export const jobId = 'externalId';

/** The words that say Submit by themselves. */
export function signWords({ hosts, stagingHosts }: DetectorOptions): string[] {
  return [...new Set(['atomyx', ...hosts, ...stagingHosts])].map((word) => word.toLowerCase()).filter((word) => word === 'atomyx' || !word.includes('atomyx'));
}

/** One form of a sign. */
interface SignForm {
  readonly text: string;
  readonly ignoreCase: boolean;
}

/** The forms in which a sign of Submit may stand in a text: plain, split into parts, encoded once. */
export function signForms(word: string): readonly SignForm[] {
  const forms: SignForm[] = [{ text: word, ignoreCase: true }];
  const pieces = word.split('.');
  if (pieces.length > 2) for (const gap of ['","', '", "']) forms.push({ text: pieces.slice(0, 2).join(gap), ignoreCase: true });
  for (const cased of new Set([word, word.toUpperCase(), word.charAt(0).toUpperCase() + word.slice(1)])) {
    for (const core of base64Cores(Buffer.from(cased))) if (core.length >= 6) forms.push({ text: core, ignoreCase: false });
    forms.push({ text: Buffer.from(cased).toString('hex'), ignoreCase: true });
    for (const escape of escapes) forms.push({ text: Array.from(cased.slice(0, 4), (char) => escape(char.charCodeAt(0))).join(''), ignoreCase: true });
  }
  for (const core of base64Cores(Buffer.from(word, 'utf16le'))) forms.push({ text: core, ignoreCase: false });
  return forms;
}

/** How the decoders for escapes, character references and percent-encoding know a character. */
const escapes: readonly ((code: number) => string)[] = [
  (code) => `\\x${code.toString(16)}`,
  (code) => `\\u00${code.toString(16)}`,
  (code) => `%${code.toString(16)}`,
  (code) => `&#${String(code)};`,
  (code) => `&#x${code.toString(16)};`,
];

/** The event of a callback of Submit; in no other text that we know of. */
export const eventOfCallback = 'preflight_passed';
