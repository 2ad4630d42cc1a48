import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PageData } from '../src/index.ts';
import { renderPage, serializeData } from '../src/index.ts';

const dataWith = (words: string): PageData => ({
  version: '0.1.0',
  madeAt: '2026-11-27T10:00:00Z',
  rules: {},
  sources: [{ name: words, read: '', places: 0, suppressed: 0, unread: { count: 1, shown: [{ path: words, reason: words }] }, skipped: [], notes: [] }],
  findings: [1, 2].map((line) => ({ id: String(line), source: 0, rule: words, clause: words, severity: 'error', confidence: 'low', message: words, path: words, line, column: 1, evidence: [] })),
});

/** The content of the only element that begins like this. */
function contentOf(page: string, start: string, end: string): string {
  const [, rest = '', ...others] = page.split(start);
  expect(others).toEqual([]);
  return rest.slice(0, rest.indexOf(end));
}

describe('a page', () => {
  it('holds its data and nothing else that a text of it could spell', () => {
    const words = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('</script><script>', '<!--<script>', '\u2028\u2029', ']]>', '&lt;', '##[error]'));
    fc.assert(fc.property(words, (text) => {
      const data = dataWith(text);
      const serialized = contentOf(renderPage(data), '<script type="application/json" id="data">', '</script>');
      expect(serialized).toBe(serializeData(data));
      expect(serialized.replaceAll('\n', '')).not.toMatch(/[<>&\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|##[a-z]*\[/iu);
      // JSON has no halves of surrogate pairs: they are escaped, and mean the same.
      expect(JSON.parse(serialized)).toEqual(data);
    }), { numRuns: 50 });
  });

  it('allows its own program and style, and nothing besides', () => {
    const page = renderPage(dataWith('x'));
    const policy = contentOf(page, '<meta http-equiv="Content-Security-Policy" content="', '"');
    const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    expect(policy.split('; ')).toEqual([
      `default-src 'none'`, `script-src ${hash(contentOf(page, '<script>', '</script>'))}`, `style-src ${hash(contentOf(page, '<style>', '</style>'))}`,
      `base-uri 'none'`, `form-action 'none'`, `require-trusted-types-for 'script'`, `trusted-types 'none'`,
    ]);
    expect(page).not.toMatch(/\b(?:src|href)="/);
  });

  it('asks its own server for news where it has one, and for nothing else', () => {
    expect(renderPage(dataWith('x'), { isLive: true })).toContain(`connect-src 'self'`);
    expect(renderPage(dataWith('x'))).not.toContain('connect-src');
  });
});
