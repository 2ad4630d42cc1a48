import type { Range } from '../evidence/evidence.ts';
import { eventOfCallback } from './sign-forms.ts';

const headers = /\bx-atomyx-[a-z]+/i;
const brand = /atomyx/i;
/** The event of a callback, as a value and not as a name. */
const event = new RegExp(`["']${eventOfCallback}\\\\?["'](?!\\s*[:\\]])`);

/** What in a text, besides the host, shows that it has to do with Submit. */
export interface Signs {
  /** `X-Atomyx-*`, or `/jobs` together with `externalId`. */
  readonly submit?: Range & { readonly detail: string };
  /** The word Atomyx stands somewhere. By itself it proves nothing. */
  readonly atomyx: boolean;
}

/** Looks for signs of Submit in a text. */
export function signsIn(text: string): Signs {
  const atomyx = brand.test(text);
  const header = headers.exec(text);
  if (header) return { atomyx, submit: { start: header.index, end: header.index + header[0].length, detail: header[0] } };
  const happened = text.includes(eventOfCallback) && /\bmetadata\b|\bexternalId\b/.test(text) ? event.exec(text) : null;
  if (happened) return { atomyx, submit: { start: happened.index + 1, end: happened.index + 1 + eventOfCallback.length, detail: eventOfCallback } };
  if (!text.includes('externalId')) return { atomyx };
  const jobs = /["'`/]jobs\b/.exec(text);
  const field = jobs && /\bexternalId\b/.exec(text);
  if (jobs && field && (atomyx || /\b(?:callbackURL|returnURL|checkFixProfile|proofProfile)\b/.test(text)))
    return { atomyx, submit: { start: field.index, end: field.index + field[0].length, detail: '/jobs with externalId' } };
  return { atomyx };
}
