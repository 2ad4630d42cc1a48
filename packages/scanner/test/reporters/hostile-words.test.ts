import fc from 'fast-check';
import { XmlDocument } from 'libxml2-wasm';
import { describe, expect, it } from 'vitest';
import { loadReporter, reporterNames } from '../../src/reporters/index.ts';
import { codeFrame } from '../../src/reporters/pretty/code-frame.ts';
import { createPaint } from '../../src/reporters/pretty/paint.ts';
import { widthOf } from '../../src/reporters/pretty/text-layout.ts';
import { hostileReport } from './rich-report.ts';

const anyText = fc.string({ unit: 'binary', maxLength: 60 });

/** Letters of many widths, and what git, shells, runners and markup give a meaning to. */
const troubled = fc.string({
  unit: fc.constantFrom(...Array.from('a1 :#[]`|\\"\'@<>&%,=-\r\n\t\u001b\u202e漢🎉é\u0301\ud83c')),
  maxLength: 60,
});

describe.each(reporterNames)('%s', (format) => {
  it('prints any words on lines that act on nothing', async () => {
    const report = await loadReporter(format);
    fc.assert(
      fc.property(fc.oneof(anyText, troubled), (words) => {
        const text = report(hostileReport(words), { color: false, version: '1.2.3' });
        const lines = text.split(format === 'csv' ? '\r\n' : '\n');
        for (const line of lines) {
          expect(line.replaceAll('\u200b', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
          expect(line).not.toMatch(/##[a-z]*\[/i);
          if (format !== 'github') expect(line).not.toMatch(/^\s*::/);
        }
        if (format === 'json' || format === 'sarif' || format === 'gitlab') JSON.parse(text);
        if (format === 'junit') XmlDocument.fromString(text).dispose();
      }),
      { numRuns: 200 },
    );
  });
});

describe('a code frame', () => {
  it('keeps to its columns and underlines what is marked, whatever the line', () => {
    const mark = fc.record({ column: fc.integer({ min: 1, max: 400 }), length: fc.integer({ min: 0, max: 300 }) });
    const text = fc.string({ unit: fc.constantFrom(...Array.from('ab •漢🎉é\u0301…')), maxLength: 300 });
    fc.assert(
      fc.property(text, fc.array(mark, { maxLength: 3 }), fc.integer({ min: 40, max: 130 }), (line, marks, columns) => {
        const drawn = marks.map(({ column, length }) => ({ column, endColumn: column + length, kind: 'key' as const }));
        const frame = codeFrame(
          [{ line: 7, text: line, marks: drawn }],
          () => 'label',
          columns,
          'error',
          createPaint(false),
        );
        for (const row of frame) expect(widthOf(row), row).toBeLessThanOrEqual(columns);
        const [column] = drawn.map((each) => each.column);
        if (column !== undefined && column <= line.length) expect(frame[1]).toContain('^');
      }),
      { numRuns: 500 },
    );
  });
});
