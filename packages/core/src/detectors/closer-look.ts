import { latin1 } from '../characters/latin1.ts';
import { submitCallbackWithoutBrand } from '../aspects/callback-words.ts';
import { labelWords } from '../candidates/key-names.ts';
import { beginsCredible, CredibleValues } from '../values/credible-bytes.ts';
import type { CloserLook } from './prefilter-plan.ts';

/** Most bytes of a name between its `submit` and its key word: `submit_production_api_key`. */
const longestGap = 24;

/** Most bytes between a key word and a `submit` behind it that belongs to it: `the API key for Atomyx Submit is`. */
const longestProse = 80;

/**
 * How far behind a name its value may stand: calls with arguments, the body of a function that returns it. What might be a word with
 * a number must stand closer. Bytes.
 */
const reach = 2_400;
const closeReach = 400;

/** Bytes in front of a name in which what encloses it is looked for, and bytes behind it. */
const before = 16_384;
const after = 8_192;

/** What a literal of the closer look is: a word of Submit, of a key, or either in UTF-16. */
export type Word = 'submit' | 'key' | 'wide';

/**
 * Decides about blobs in which nothing names Atomyx: there `submit` and *API key* or *bearer* must make a name together, or the one
 * must enclose the other and a credible value stand behind (`submit: { apiKey: ... }`, `class SubmitClient`). Forms are submitted and
 * other services have API keys, so that most large bundles hold both words and no such name.
 *
 * @param wordOf - what a literal of the plan is, by its index.
 */
export function closerLookFor(wordOf: (literal: number) => Word): CloserLook['placesIn'] {
  return (bytes, { count, offsets, values }) => {
    const whole = [{ start: 0, end: bytes.length }];
    const places: { start: number; end: number }[] = [];
    let submitEnd = -Infinity;
    let isSchema: boolean | undefined;
    const fair = new CredibleValues(bytes, 'fair');
    const strong = new CredibleValues(bytes, 'strong');
    /** Whether a credible value stands where it may be bound to a key word. */
    const hasValue = (offset: number): boolean => fair.beginsBetween(offset, Math.min(bytes.length, offset + closeReach))
      || strong.beginsBetween(offset, Math.min(bytes.length, offset + reach))
      || beginsCredible(bytes, offset, offset + 2 * longestProse);
    for (let index = 0; index < count; index++) {
      const offset = offsets[index] ?? 0;
      const word = wordOf(values[index] ?? 0);
      if (word === 'wide') return whole;
      if (word === 'submit') {
        submitEnd = offset + 'submit'.length;
        continue;
      }
      if (opensProperty(bytes, offset) && (isSchema ??= describesPayload(bytes))) return whole;
      const last = places[places.length - 1];
      // What stands in a place that is read anyway needs no look.
      if (last !== undefined && offset + reach <= last.end) continue;
      if (offset - submitEnd > before && !/submit/i.test(latin1(bytes, offset, offset + longestProse))) continue;
      const isNamed = (offset - submitEnd <= longestGap && isName(bytes, submitEnd, offset)) || goesOnWithSubmit(bytes, offset);
      if (!isNamed && !(mayBind(bytes, offset) && hasValue(offset))) continue;
      const end = Math.min(bytes.length, offset + after);
      if (last !== undefined && offset - before <= last.end) last.end = end;
      else places.push({ start: Math.max(0, offset - before), end });
    }
    return places;
  };
}

/** Whether what stands between two words leaves them parts of one name, or of one label: `Submit production API key`, `submit MY_API_KEY`. */
function isName(bytes: Uint8Array, from: number, to: number): boolean {
  const between = latin1(bytes, from, to);
  return /^[\w.:/-]*$/.test(between) || labelWords.test(`submit${between.replace(/[\w.:/-]+$/, '')}`);
}

/** Whether the name that begins with a key word names Submit, too: `API_KEY_SUBMIT`. */
function goesOnWithSubmit(bytes: Uint8Array, at: number): boolean {
  return /^[\w-]*?submit/i.test(latin1(bytes, at, at + 2 * longestGap));
}

/** Whether something may be bound to the name around a key word: it is followed by what `valueStart` knows, and not by prose. */
function mayBind(bytes: Uint8Array, at: number): boolean {
  return /^[\w .:/-]*?[\w-]["'`\])}*\\]*\s*(?:[:=,>({|?!<]|\bis\b|\bwas\b|\bAs\b|\bfor\b|\bof\b|\bto\b|["'`]|[\])}]{1,3}\s*[:=])/.test(latin1(bytes, at, at + 160));
}

/** Whether the name around a key word is that of a property with a schema: `apiKey: {`, `"submit_api_key":` and a line end. */
function opensProperty(bytes: Uint8Array, at: number): boolean {
  return /^[\w -]*["']?[ \t]*:[ \t]*(?:\{|\r?\n)/.test(latin1(bytes, at, at + 60));
}

/** What a text that describes the payload of a callback holds somewhere; see `callbackFields`. */
function describesPayload(bytes: Uint8Array): boolean {
  const text = latin1(bytes, 0, bytes.length);
  return /\bproperties["']?\s*:/.test(text) && /\bsubmit\b/i.test(text) && submitCallbackWithoutBrand.test(text);
}
