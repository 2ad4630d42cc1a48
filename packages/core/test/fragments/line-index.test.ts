import { describe, expect, it } from 'vitest';
import { LineIndex, lineStartsOf } from '../../src/fragments/line-index.ts';

describe('LineIndex', () => {
  it.each([
    ['\n', 'a\nbc'],
    ['\\r\\n', 'a\r\nbc'],
    ['a lone \\r', 'a\rbc'],
  ])('takes %s for one line end', (_name, text) => {
    const offset = text.indexOf('c');
    expect(new LineIndex(text).originAt(offset)).toEqual({ line: 2, column: 2 });
  });

  it('counts empty lines of every kind', () => {
    expect(lineStartsOf('\n\r\r\n\n')).toEqual([0, 1, 2, 4, 5]);
  });

  it('does not take U+2028 or a form feed for a line end', () => {
    expect(lineStartsOf('a\u2028b\fc')).toEqual([0]);
  });

  it('counts columns in UTF-16 units', () => {
    expect(new LineIndex('😀é key').originAt(4)).toEqual({ line: 1, column: 5 });
  });

  it('gives a range over two lines its end line, the end column exclusive', () => {
    expect(new LineIndex('ab\ncd\n').positionOf({ start: 1, end: 5 }))
      .toEqual({ line: 1, column: 2, endLine: 2, endColumn: 3 });
  });

  it('goes on from the origin of a text that starts in the middle of a line', () => {
    const index = new LineIndex('ab\ncd', { line: 10, column: 7 });
    expect(index.originAt(1)).toEqual({ line: 10, column: 8 });
    expect(index.originAt(4)).toEqual({ line: 11, column: 2 });
  });

  it('keeps offsets outside the text inside it', () => {
    expect(new LineIndex('ab').positionOf({ start: -1, end: 99 })).toEqual({ line: 1, column: 1, endLine: 1, endColumn: 3 });
  });

  it('agrees with splitting the text into lines', () => {
    const text = Array.from({ length: 500 }, (_, line) => 'x'.repeat(line % 7)).join('\r\n');
    const index = new LineIndex(text);
    text.split('\r\n').reduce((offset, line, number) => {
      expect(index.originAt(offset)).toEqual({ line: number + 1, column: 1 });
      return offset + line.length + 2;
    }, 0);
  });
});
