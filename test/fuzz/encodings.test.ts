import { createDetector, fingerprintOf } from '@submit-guard/core';
import { renderMarkers } from '@submit-guard/rules/markers';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judge } from '../judgements/judgement.ts';
import { marksOfMatches } from '../judgements/marks.ts';
import { runs } from './runs.ts';

const detector = createDetector();

/** What the decoders promise; the order is the order in which a key was encoded. */
const encodings = ['base64', 'base64url', 'percent', 'hex', 'unicode', 'x-escape', 'html', 'html-decimal', 'utf16-base64'] as const;
const chain = fc.array(fc.constantFrom(...encodings), { minLength: 1, maxLength: 3 });
const format = fc.constantFrom('hex', 'base64url', 'base62', 'uuid', 'jwt', 'prefixed');
const seed = fc.integer({ min: 0, max: 2 ** 31 - 1 });

describe('an encoded key', () => {
  test('is found by its name through up to three encodings, and known by its decoded value', () => {
    fc.assert(
      fc.property(chain, format, seed, (names, form, from) => {
        const { text, keys } = renderMarkers(`port: 3000\nATOMYX_SUBMIT_API_KEY: "«key:${form}|${names.join('|')}»"\n`, { seed: from });
        const matches = detector.detect(text);
        expect(judge(marksOfMatches(matches), keys)).toMatchObject({ missed: [], extra: [] });
        expect(matches[0]?.secret?.fingerprint).toBe(fingerprintOf(keys[0]?.value ?? ''));
        expect(matches[0]?.secret?.length).toBe(keys[0]?.value.length);
      }),
      runs(400),
    );
  });

  // What is encoded twice shows no sign of Submit itself; something near it has to.
  test('is found in a text that was encoded as a whole', () => {
    fc.assert(
      fc.property(chain, format, seed, (names, form, from) => {
        const { text, keys } = renderMarkers(
          `atomyx_payload = "«text:NODE_ENV=production\nSUBMIT_URL=https://submit.atomyx.io/api\nSUBMIT_API_KEY=«key:${form}»\nPORT=80\n|${names.join('|')}»"\n`,
          { seed: from },
        );
        expect(judge(marksOfMatches(detector.detect(text)), keys)).toMatchObject({ missed: [], extra: [] });
      }),
      runs(300),
    );
  });
});
