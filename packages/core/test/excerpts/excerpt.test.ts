import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ExcerptOptions } from '../../src/excerpts/excerpt.ts';
import { excerptOf } from '../../src/excerpts/excerpt.ts';
import type { MarkedRange } from '../../src/excerpts/masked-line.ts';
import { printable } from '../../src/excerpts/printable.ts';
import type { ExcerptLine } from '../../src/finding.ts';
import { lineStartsOf } from '../../src/fragments/line-index.ts';

/** The range of the `occurrence`-th (from 0) `part` of a text. */
function rangeOf(text: string, part: string, occurrence = 0): { start: number; end: number } {
  let start = -1;
  for (let round = 0; round <= occurrence; round++) start = text.indexOf(part, start + 1);
  return { start, end: start + part.length };
}

const excerpt = (
  text: string,
  marks: readonly MarkedRange[],
  masks: readonly { start: number; end: number }[],
  options?: ExcerptOptions,
): readonly ExcerptLine[] => excerptOf(text, lineStartsOf(text), marks, masks, options);

const underlined = (line: ExcerptLine | undefined): readonly string[] =>
  (line?.marks ?? []).map((mark) => line?.text.slice(mark.column - 1, mark.endColumn - 1) ?? '');

const newKey = (): string => randomBytes(20).toString('hex');
const bullets = '•'.repeat(24);

describe('excerptOf', () => {
  it('shows the finding with a line before and after it, and the lines of far evidence', () => {
    const key = newKey();
    const text = [
      'import requests',
      '',
      'first = 1',
      `KEY = "${key}"`,
      'last = 2',
      'x',
      'y',
      'post("https://submit.atomyx.io")',
    ].join('\n');
    const found = rangeOf(text, key);
    const lines = excerpt(
      text,
      [
        { ...found, kind: 'key' },
        { ...rangeOf(text, 'submit.atomyx.io'), kind: 'destination' },
      ],
      [found],
    );
    expect(lines.map((line) => [line.line, line.text])).toEqual([
      [3, 'first = 1'],
      [4, `KEY = "${bullets}"`],
      [5, 'last = 2'],
      [8, 'post("https://submit.atomyx.io")'],
    ]);
    expect(underlined(lines[1])).toEqual([bullets]);
    expect(lines[1]?.marks).toEqual([{ column: 8, endColumn: 32, kind: 'key' }]);
    expect(underlined(lines[3])).toEqual(['submit.atomyx.io']);
    expect(lines[3]?.marks[0]?.kind).toBe('destination');
  });

  it('leaves out blank lines at the edge and counts from the first line of a window', () => {
    const key = newKey();
    const text = `\n\n  \nkey: ${key}\n\n`;
    const found = rangeOf(text, key);
    expect(excerpt(text, [{ ...found, kind: 'key' }], [found], { firstLine: 501 })).toEqual([
      { line: 504, text: `key: ${bullets}`, marks: [{ column: 6, endColumn: 30, kind: 'key' }] },
    ]);
  });

  it('keeps every line ending out of the text', () => {
    const key = newKey();
    for (const ending of ['\n', '\r\n', '\r']) {
      const text = ['one', `k=${key}`, 'three'].join(ending);
      const found = rangeOf(text, key);
      expect(excerpt(text, [{ ...found, kind: 'key' }], [found]).map((line) => line.text)).toEqual([
        'one',
        `k=${bullets}`,
        'three',
      ]);
    }
  });

  it('masks other findings, encoded text and unknown credentials in view', () => {
    const [key, other] = [newKey(), 'correct horse battery staple'];
    const encoded = Buffer.from(newKey()).toString('base64');
    const text = `a = "${other}" b = "${encoded}"\nkey = "${key}" # ${randomBytes(24).toString('base64url')}\n`;
    const found = rangeOf(text, key);
    const lines = excerpt(text, [{ ...found, kind: 'key' }], [found, rangeOf(text, other), rangeOf(text, encoded)]);
    expect(lines.map((line) => line.text)).toEqual([
      `a = "${bullets}" b = "${bullets}"`,
      `key = "${bullets}" # ${bullets}`,
    ]);
  });

  it('hides a token whole where only a part of it was found', () => {
    const key = newKey();
    const text = `key = "${key}"`;
    const inner = { start: 12, end: 20 };
    const [line] = excerpt(text, [{ ...inner, kind: 'key' }], [inner]);
    expect(line?.text).toBe(`key = "${bullets}"`);
  });

  it('shows a finding about a field: nothing is masked that no mask covers', () => {
    const text = '{ "properties": { "submitApiKey": { "type": "string" } } }';
    const [line] = excerpt(text, [{ ...rangeOf(text, 'submitApiKey'), kind: 'key' }], []);
    expect(line?.text).toBe(text);
    expect(underlined(line)).toEqual(['submitApiKey']);
  });

  it('cuts a minified line around its mark', () => {
    const key = newKey();
    const filler = 'function n(e){return e.call(this,1)};'.repeat(5000);
    const text = `${filler}x="${key}";${filler}`;
    const found = rangeOf(text, key);
    const [line] = excerpt(text, [{ ...found, kind: 'key' }], [found]);
    expect(line?.text).toHaveLength(160);
    expect(line?.text).toMatch(/^….*x="•{24}";.*…$/);
    expect(underlined(line)).toEqual([bullets]);
  });

  it('keeps the mark in view at either end of a long line', () => {
    const key = newKey();
    const filler = 'lorem ipsum '.repeat(100);
    for (const text of [`k=${key} ${filler}`, `${filler} k=${key}`]) {
      const found = rangeOf(text, key);
      const [line] = excerpt(text, [{ ...found, kind: 'key' }], [found]);
      expect(line?.text.length).toBeLessThanOrEqual(160);
      expect(line?.text).toContain(`k=${bullets}`);
      expect(underlined(line)).toEqual([bullets]);
    }
  });

  it('marks the place after the end of a line where something is missing', () => {
    const text = 'fetch(url)\nnext';
    const [line] = excerpt(text, [{ start: 10, end: 10, kind: 'key' }], []);
    expect(line).toEqual({ line: 1, text: 'fetch(url)', marks: [{ column: 11, endColumn: 12, kind: 'key' }] });
  });

  it('shows tabs as blanks and control characters as escapes, and counts columns in what it shows', () => {
    const key = newKey();
    const text = `\tk\u001b[31m="${key}"\u202e漢`;
    const found = rangeOf(text, key);
    const [line] = excerpt(text, [{ ...found, kind: 'key' }], [found]);
    expect(line?.text).toBe(`  k\\x1b[31m="${bullets}"\\u202e漢`);
    expect(underlined(line)).toEqual([bullets]);
  });

  it('shows a key of many lines by its first lines', () => {
    const rows = Array.from({ length: 40 }, () => randomBytes(24).toString('base64'));
    const text = `key = """\n${rows.join('\n')}\n"""\n`;
    const found = { start: text.indexOf(rows[0] ?? ''), end: text.length - 5 };
    const lines = excerpt(text, [{ ...found, kind: 'key' }], [found]);
    expect(lines.map((line) => line.line)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(lines.slice(1, 7).map((line) => line.text)).toEqual(Array.from({ length: 6 }, () => bullets));
    expect(lines[3]?.marks).toEqual([{ column: 1, endColumn: 25, kind: 'key' }]);
  });

  it('is fast for many findings in a big text', () => {
    const key = newKey();
    const text = `k="${key}";${'var a=1;'.repeat(20)}`.repeat(5000);
    const masks = Array.from({ length: 5000 }, () => rangeOf(text.slice(0, 400), key)).map((range, index) => {
      const period = text.length / 5000;
      return { start: range.start + index * period, end: range.end + index * period };
    });
    const starts = lineStartsOf(text);
    for (const mask of masks.slice(0, 2000)) excerptOf(text, starts, [{ ...mask, kind: 'key' }], masks);
  });

  it('never shows eight characters of a masked key, whatever stands around it', () => {
    const surroundings = fc.string({
      unit: fc.constantFrom(...Array.from('ab1 _-"\'=\t\n\r\u001b漢🎉\ud83c/.%\\')),
      maxLength: 300,
    });
    fc.assert(
      fc.property(surroundings, surroundings, surroundings, fc.integer({ min: 8, max: 400 }), (a, b, c, length) => {
        const key = randomBytes(length).toString('base64url').slice(0, length);
        const text = `${a}${key}${b}${key}${c}`;
        const first = { start: a.length, end: a.length + length };
        const second = { start: first.end + b.length, end: first.end + b.length + length };
        const lines = excerpt(
          text,
          [
            { ...first, kind: 'key' },
            { ...second, kind: 'piece' },
          ],
          [second, first],
          { columns: 60 },
        );
        const shown = lines.map((line) => line.text).join('\n');
        for (let start = 0; start + 8 <= length; start++) expect(shown).not.toContain(key.slice(start, start + 8));
        for (const line of lines) {
          expect(printable(line.text)).toBe(line.text);
          expect(line.text.length).toBeLessThanOrEqual(62);
          for (const mark of line.marks) {
            expect(mark.column).toBeGreaterThan(0);
            expect(mark.endColumn).toBeGreaterThan(mark.column);
            expect(mark.endColumn).toBeLessThanOrEqual(line.text.length + 2);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
