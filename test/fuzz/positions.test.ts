import { createDetector, createTextFragment } from '@submit-guard/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from './runs.ts';
import { hostileText } from './texts.ts';

const detector = createDetector();

describe('in any text', () => {
  test('matches, their pieces and their evidence stand inside the text, in order, each once', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const matches = detector.detect(text);
        let last = 0;
        const seen = new Set<string>();
        for (const match of matches) {
          expect(match.start).toBeGreaterThanOrEqual(last);
          last = match.start;
          expect(match.end).toBeGreaterThan(match.start);
          expect(seen).not.toContain(`${match.aspect} ${match.start}-${match.end}`);
          seen.add(`${match.aspect} ${match.start}-${match.end}`);
          for (const range of [match, ...match.evidence, ...(match.pieces ?? [])]) {
            expect(Number.isInteger(range.start) && Number.isInteger(range.end)).toBe(true);
            expect(range.start).toBeGreaterThanOrEqual(0);
            expect(range.end).toBeGreaterThanOrEqual(range.start);
            expect(range.end).toBeLessThanOrEqual(text.length);
          }
        }
      }),
      runs(1500),
    );
  });

  test('lines and columns point at the characters of the match', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const lines = text.split(/\r\n|\r|\n/);
        const fragment = createTextFragment(text);
        for (const match of detector.detect(text)) {
          const { line, column, endLine, endColumn } = fragment.positionOf(match);
          expect(line).toBeGreaterThanOrEqual(1);
          expect(endLine).toBeLessThanOrEqual(lines.length);
          expect(column).toBeLessThanOrEqual((lines[line - 1] ?? '').length + 1);
          expect(endColumn).toBeLessThanOrEqual((lines[endLine - 1] ?? '').length + 2);
          if (line === endLine) expect((lines[line - 1] ?? '').slice(column - 1, endColumn - 1)).toBe(text.slice(match.start, match.end));
        }
      }),
      runs(700),
    );
  });

  test('the same text gives the same matches', () => {
    const seen = (text: string): string => JSON.stringify(detector.detect(text));
    fc.assert(fc.property(hostileText, (text) => seen(text) === seen(text)), runs(200));
  });
});
