import type { Detector } from '@submit-guard/core';
import { renderMarkers } from '@submit-guard/rules/markers';
import { judge } from '../../judgements/judgement.ts';
import { marksOfMatches } from '../../judgements/marks.ts';

/** Forms and lengths of the random part, in characters, as a marker names them. */
export const keyForms = [
  'hex-16', 'hex-20', 'hex-24', 'hex-32', 'hex-40', 'hex-64',
  'base62-12', 'base62-16', 'base62-20', 'base62-24', 'base62-32', 'base62-40',
  'base64url-16', 'base64url-22', 'base64url-32', 'base64url-43', 'base64url-64',
  'prefixed-12', 'prefixed-16', 'prefixed-24', 'prefixed-32', 'uuid', 'jwt',
] as const;

/** Where the keys stand: a bare word may also be the name of something, a quoted one may not. */
const slots: Readonly<Record<string, (marker: string) => string>> = {
  bare: (marker) => `SUBMIT_API_KEY=${marker}\n`,
  quoted: (marker) => `SUBMIT_API_KEY = "${marker}"\n`,
  sent: (marker) => `curl https://submit.atomyx.io/api/jobs -H 'Authorization: Bearer ${marker}'\n`,
};

export interface KeyFigures {
  readonly form: string;
  readonly slot: string;
  readonly keys: number;
  readonly found: number;
}

/** Looks for `count` random keys of every form in every slot. */
export function measureKeys(detector: Detector, seed: number, count: number): KeyFigures[] {
  return keyForms.flatMap((form) =>
    Object.entries(slots).map(([slot, write]) => {
      let found = 0;
      for (let index = 0; index < count; index += 1) {
        const { text, keys } = renderMarkers(write(`«key:${form}»`), { seed: seed + index });
        found += judge(marksOfMatches(detector.detect(text)), keys).found.length;
      }
      return { form, slot, keys: count, found };
    }),
  );
}
