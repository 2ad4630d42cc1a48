import { describe, expect, it } from 'vitest';
import { printable } from '../../src/excerpts/printable.ts';

describe('printable', () => {
  it('leaves printable text of any script as it is', () => {
    expect(printable('Ünïcode – 漢字 🎉 "quoted\\path"')).toBe('Ünïcode – 漢字 🎉 "quoted\\path"');
  });

  it.each([
    ['\n\r\t', '\\n\\r\\t'],
    ['\u001b[31mred\u0007', '\\x1b[31mred\\x07'],
    ['\u007f\u0085\u009b2J', '\\x7f\\x85\\x9b2J'],
    ['a\u202eb\u2066c\u200bd\ufeff', 'a\\u202eb\\u2066c\\u200bd\\ufeff'],
    ['\u2028\u2029', '\\u2028\\u2029'],
    ['\u{e0041}', '\\u{e0041}'],
    ['x\ud800y', 'x\\ud800y'],
  ])('shows what does not print as an escape (%j)', (text, shown) => {
    expect(printable(text)).toBe(shown);
  });
});
