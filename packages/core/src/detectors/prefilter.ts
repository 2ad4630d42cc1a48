import { fingerprintPlaces } from '../known-keys/fingerprint-places.ts';
import { base64Cores } from '../known-keys/known-key-search.ts';
import { revealTo } from '../secrets/secret.ts';
import { closerLookFor } from './closer-look.ts';
import type { Word } from './closer-look.ts';
import type { DetectorOptions } from './detector-options.ts';
import type { PrefilterLiteral, PrefilterPlan } from './prefilter-plan.ts';
import { eventOfCallback, jobFields, jobId, jobPaths, keyWords, signForms, signWords } from './sign-forms.ts';

/** Groups of literals. A blob passes on a sign or a known key, where Submit and an API key are both named, a job is sent, or a stretch has the tag of a key. */
const groups = { sign: 0, submit: 1, key: 2, known: 3, configured: 4, jobId: 5, jobField: 6, jobPath: 7, tagged: 8 } as const;

/** Bytes of a literal that are looked for: enough to be rare, few enough for large sets of known keys. */
const longestLiteral = 24;

/** Bytes of a known key that are looked for as they stand: of one that the code puts together from pieces, the first may be no longer. */
const firstPiece = 12;

const utf8 = (text: string): Uint8Array => Buffer.from(text, 'utf8');
const bit = (group: number): number => 1 << group;

/** What a blob must hold for the detector to find anything in it, encoded once in any of the ways the decoders read. */
export function prefilterPlan(options: DetectorOptions): PrefilterPlan {
  const { knownFingerprints } = options;
  const configured = [...options.formats.map((format) => format.pattern), ...options.names].map(literalOf);
  const everything = configured.includes(undefined);
  const words = wordLiterals();
  let literals: readonly PrefilterLiteral[] | undefined;

  const always = bit(groups.sign) | bit(groups.known) | bit(groups.configured);
  const both = bit(groups.submit) | bit(groups.key);
  const job = bit(groups.jobId) | bit(groups.jobField) | bit(groups.jobPath);
  const isCertain = (mask: number): boolean => everything || (mask & always) !== 0 || (mask & job) === job;
  return {
    get literals() {
      return (literals ??= [...words.map(({ literal }) => literal), ...otherLiterals(options, configured)]);
    },
    ...(knownFingerprints !== undefined && {
      tokens: {
        salt: knownFingerprints.salt,
        tags: knownFingerprints.tags.map(({ tag }) => tag),
        lengths: [...knownFingerprints.lengths],
        group: groups.tagged,
        placesIn: fingerprintPlaces(knownFingerprints),
      },
    }),
    everything,
    passes: (mask) => isCertain(mask) || (mask & both) === both || (mask & bit(groups.tagged)) !== 0,
    isCertain,
    signs: { alone: always, together: [bit(groups.jobId), bit(groups.jobField), bit(groups.jobPath)] },
    own: bit(groups.known) | bit(groups.configured),
    closerLook: {
      groups: both,
      placesIn: closerLookFor((literal) => words[literal]?.word ?? 'wide'),
    },
  };
}

/** The literals that the closer look knows, first in the plan. */
function wordLiterals(): readonly { readonly literal: PrefilterLiteral; readonly word: Word }[] {
  return (['submit', ...keyWords] as const).flatMap((text) => {
    const group = text === 'submit' ? groups.submit : groups.key;
    return [
      { literal: literalIn(group, utf8(text), true), word: text === 'submit' ? 'submit' : 'key' },
      ...wideLiterals(group, text).map((literal) => ({ literal, word: 'wide' as const })),
    ];
  });
}

function* otherLiterals(options: DetectorOptions, configured: readonly (string | undefined)[]): Generator<PrefilterLiteral> {
  for (const word of signWords(options)) {
    for (const { text, ignoreCase } of signForms(word)) yield literalIn(groups.sign, utf8(text), ignoreCase);
    yield* wideLiterals(groups.sign, word);
  }
  yield literalIn(groups.sign, utf8(eventOfCallback));
  yield literalIn(groups.jobId, utf8(jobId));
  for (const text of jobFields) yield literalIn(groups.jobField, utf8(text));
  for (const text of jobPaths) yield literalIn(groups.jobPath, utf8(text));
  const known: PrefilterLiteral[] = [];
  for (const key of options.knownKeys) {
    revealTo(key.secret, (value) => addKnown(value, (bytes, ignoreCase) => known.push(literalIn(groups.known, bytes, ignoreCase))));
  }
  yield* known;
  for (const text of configured) if (text !== undefined) yield literalIn(groups.configured, utf8(text), true);
}

function literalIn(group: number, bytes: Uint8Array, ignoreCase = false): PrefilterLiteral {
  return { bytes: bytes.subarray(0, longestLiteral), ignoreCase, group };
}

/** A text as UTF-16 in both orders of bytes. */
function wideLiterals(group: number, text: string): readonly PrefilterLiteral[] {
  return (['le', 'be'] as const).map((order) => literalIn(group, utf16(text, order), true));
}

function addKnown(value: string, add: (bytes: Uint8Array, ignoreCase: boolean) => void): void {
  const bytes = utf8(value);
  add(bytes.subarray(0, firstPiece), false);
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
    .replace(/(?:\\\w|\[[^\]]*\])(?:\{[^}]*\})?/g, cut)
    .replace(/.[*?]|.\{[^}]*\}/g, cut)
    .split(/[\n+.]/)
    .sort((a, b) => b.length - a.length);
  const longest = stretches[0] ?? '';
  return longest.length >= 3 ? longest : undefined;
}
