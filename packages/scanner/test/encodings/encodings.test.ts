import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { utf16BigEndian, utf16LittleEndian } from '../../src/encodings/utf-16.ts';
import { utf8 } from '../../src/encodings/utf-8.ts';
import type { TextEncoding } from '../../src/encodings/text-encoding.ts';

const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');

describe('UTF-8', () => {
  it('decodes what is valid', () => {
    expect(utf8.decode(Buffer.from('aé€😀\u0000'))).toBe('aé€😀\u0000');
  });

  it.each([
    ['Latin-1', latin1('caf\xe9 = "x"'), 'café = "x"'],
    ['Latin-1 next to UTF-8', Buffer.concat([Buffer.from('é😀'), latin1('\xe9')]), 'é😀é'],
    ['a sequence that is cut short', latin1('\xe2\x82'), '\u00e2\u0082'],
    ['an overlong form', latin1('\xc0\xaf\xe0\x80\xaf'), '\u00c0\u00af\u00e0\u0080\u00af'],
    ['a surrogate', latin1('\xed\xa0\x80'), '\u00ed\u00a0\u0080'],
    ['a code point that is too high', latin1('\xf4\x90\x80\x80'), '\u00f4\u0090\u0080\u0080'],
    ['a lone continuation byte', latin1('a\x80b'), 'a\u0080b'],
  ])('takes the bytes of %s one by one for Latin-1', (_name, bytes, text) => {
    expect(utf8.decode(bytes)).toBe(text);
  });

  it('decodes whatever is valid as the standard says, also between bytes that are not', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }).filter((text) => Buffer.from(text).toString() === text), (text) => {
      const invalid = latin1('\xff');
      expect(utf8.decode(Buffer.concat([invalid, Buffer.from(text), invalid]))).toBe(`ÿ${text}ÿ`);
    }));
  });
});

describe('UTF-16', () => {
  it.each([[utf16LittleEndian, latin1('a\0=\xd8\0\xde')], [utf16BigEndian, latin1('\0a\xd8=\xde\0')]])('decodes in its byte order', (encoding, bytes) => {
    expect(encoding.decode(bytes)).toBe('a😀');
  });

  it('drops half a character at the end', () => {
    expect(utf16LittleEndian.decode(latin1('a\0b'))).toBe('a');
  });
});

const text = fc.array(fc.constantFrom('a', 'é', '€', '😀', '\r', '\n', '\r\n', '\xff', 'bc'), { maxLength: 30 }).map((parts) => parts.join(''));

function encode(encoding: TextEncoding, string: string): Buffer {
  const bytes = Buffer.from(string, encoding === utf8 ? 'utf8' : 'utf16le');
  return encoding === utf16BigEndian ? bytes.swap16() : bytes;
}

describe.each([utf8, utf16LittleEndian, utf16BigEndian])('$name', (encoding) => {
  it('gives the same text in two parts as at once, wherever it is cut', () => {
    fc.assert(fc.property(text, fc.nat(), (string, seed) => {
      const bytes = encode(encoding, string);
      const at = encoding.align(bytes, seed % (bytes.length + 1));
      const [first, second] = [encoding.decode(bytes.subarray(0, at)), encoding.decode(bytes.subarray(at))];
      expect(first + second).toBe(string);
      expect(first.endsWith('\r') && second.startsWith('\n')).toBe(false);
    }));
  });

  it('gives the same text in two parts as at once for bytes of any kind', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 40 }), fc.nat(), (array, seed) => {
      const bytes = Buffer.from(array);
      const at = encoding.align(bytes, seed % (bytes.length + 1));
      expect(encoding.decode(bytes.subarray(0, at)) + encoding.decode(bytes.subarray(at))).toBe(encoding.decode(bytes));
    }));
  });

  it('knows how long the text is', () => {
    fc.assert(fc.property(fc.oneof(fc.uint8Array({ maxLength: 40 }), text.map((string) => Buffer.from(string))), fc.nat(5), (array, start) => {
      const bytes = Buffer.from(array).subarray(start);
      expect(encoding.lengthOf(bytes)).toBe(encoding.decode(bytes).length);
    }));
  });

  it('counts line ends like the text does', () => {
    fc.assert(fc.property(text, (string) => {
      const lines = string.split(/\r\n|\r|\n/);
      const bytes = encode(encoding, string);
      if (encoding.countLineEnds !== undefined) expect(encoding.countLineEnds(bytes)).toBe(lines.length - 1);
      expect(encoding.decode(bytes.subarray(encoding.afterLastLineEnd(bytes)))).toBe(lines.at(-1));
      expect(encoding.decode(bytes.subarray(encoding.afterFirstLineEnd(bytes)))).toBe(string.replace(/^[^\r\n]*(?:\r\n|\r|\n)/, ''));
    }));
  });
});
