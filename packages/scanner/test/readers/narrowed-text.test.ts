import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NarrowedText } from '../../src/readers/narrowed-text.ts';

const wide = (text: string, order: 'le' | 'be'): string => [...text].map((char) => (order === 'le' ? `${char}\0` : `\0${char}`)).join('');

describe('NarrowedText', () => {
  it.each(['le', 'be'] as const)('reads a string of two bytes a character (%s)', (order) => {
    const original = `\u0001\u0002${wide('wide string', order)}\u0001plain`;
    const { text } = new NarrowedText(original);
    expect(text).toBe('  wide string plain');
    const narrowed = new NarrowedText(original);
    expect(original[narrowed.originalOffsetOf(2) + (order === 'be' ? 1 : 0)]).toBe('w');
    expect(narrowed.originalOffsetOf(13)).toBe(2 + 22);
    expect([1, 2, 12, 13].map((offset) => narrowed.isWide(offset))).toEqual([false, true, true, false]);
  });

  it('leaves short runs and line ends alone', () => {
    expect(new NarrowedText(wide('short', 'le')).text).toBe('s h o r t ');
    expect(new NarrowedText(`a\r\n${wide('wide one', 'le')}\n\0b`).text).toBe('a\r\nwide one\n b');
  });

  it('maps every character back to where it stands, whatever the text', () => {
    const piece = fc.oneof(fc.constantFrom('\0', '\0\0', '\n', 'é', '\u0001', '\r\n'), fc.string({ maxLength: 12 }), fc.string({ minLength: 6, maxLength: 12 }).map((text) => wide(text, 'le')), fc.string({ minLength: 6, maxLength: 12 }).map((text) => wide(text, 'be')));
    fc.assert(fc.property(fc.array(piece), (pieces) => {
      const original = pieces.join('');
      const narrowed = new NarrowedText(original);
      for (let offset = 0; offset < narrowed.text.length; offset++) {
        const char = narrowed.text[offset];
        const at = narrowed.originalOffsetOf(offset);
        const own = original.slice(at, at + (narrowed.isWide(offset) ? 2 : 1));
        expect(char === ' ' || own.includes(char ?? '')).toBe(true);
      }
      expect(narrowed.originalOffsetOf(narrowed.text.length)).toBe(original.length);
      expect(narrowed.text.split('\n').length).toBe(original.split('\n').length);
    }));
  });
});
