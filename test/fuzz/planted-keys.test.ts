import { createDetector, excerptOf, lineStartsOf } from '@submit-guard/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { credentialForms, makeCredential } from '../credentials/credentials.ts';
import { randomness } from '../credentials/randomness.ts';
import { judge } from '../judgements/judgement.ts';
import { marksOfMatches } from '../judgements/marks.ts';
import { bind, submitNames } from '../proofs/names/names.ts';
import { syntaxes } from '../proofs/names/syntaxes.ts';
import { clients, renderSnippet } from '../proofs/snippets/clients.ts';
import { submitRequest } from '../proofs/snippets/requests.ts';
import { runs } from './runs.ts';
import { hostileText, noise } from './texts.ts';

const detector = createDetector();

const key = fc.tuple(fc.integer(), fc.constantFrom(...credentialForms)).map(([seed, form]) => makeCredential(randomness(seed), form));

/** A request in some language, or a name bound to the key in some syntax. The Kubernetes syntax holds no key as it is. */
const carrier = fc.oneof(
  fc.tuple(key, fc.constantFrom(...clients), fc.integer()).map(([value, client, seed]) => ({
    value,
    title: client.id,
    text: renderSnippet(client, submitRequest(randomness(seed), value)),
  })),
  fc.tuple(key, fc.constantFrom(...Object.entries(syntaxes).filter(([title]) => title !== 'Kubernetes secret')), fc.constantFrom(...submitNames)).map(
    ([value, [title, syntax], name]) => ({ value, title, text: bind(syntax, name, value) }),
  ),
);

describe('a key planted in a random carrier', () => {
  test('is found at its place between harmless lines, with any line ending', () => {
    fc.assert(
      fc.property(noise, carrier, noise, fc.constantFrom('\n', '\r\n', '\r'), (before, { value, text }, after, lineEnd) => {
        const file = `${before}${text}\n${after}`.replaceAll('\n', lineEnd);
        const start = file.indexOf(value);
        const { missed, extra } = judge(marksOfMatches(detector.detect(file)), [{ start, end: start + value.length }]);
        expect({ missed, extra }).toEqual({ missed: [], extra: [] });
      }),
      runs(600),
    );
  });

  test('never shows in a masked excerpt, nor in anything else of the match that can be printed', () => {
    fc.assert(
      fc.property(fc.oneof(noise, hostileText), carrier, fc.oneof(noise, hostileText), fc.integer({ min: 1, max: 200 }), (before, { value, text }, after, columns) => {
        const file = `${before}\n${text}\n${after}`;
        const matches = detector.detect(file);
        const masks = matches.flatMap((match) => [match, ...(match.pieces ?? [])]);
        if (!matches.some((match) => file.slice(match.start, match.end) === value)) return;
        for (const match of matches) {
          const marks = [{ ...match, kind: 'key' as const }, ...match.evidence];
          const excerpt = excerptOf(file, lineStartsOf(file), marks, masks, { columns, context: 3 });
          const printed = excerpt.map((line) => line.text).join('\n') + JSON.stringify(match) + String(match.secret);
          expect(printed.includes(value)).toBe(false);
          // A part that is long enough to search for is as bad.
          for (let at = 0; at + 12 <= value.length; at += 6) expect(printed.includes(value.slice(at, at + 12))).toBe(false);
        }
      }),
      runs(500),
    );
  });
});
