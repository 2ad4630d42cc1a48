import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readerFor, readers } from '../../src/readers/index.ts';

const name = (bytes: Buffer, path = 'file'): string => readerFor({ bytes, path }).name;
const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');

describe('readerFor', () => {
  it.each([
    ['plain text', Buffer.from('hello'), 'utf-8'],
    ['nothing', Buffer.alloc(0), 'utf-8'],
    ['UTF-8 with a byte-order mark', Buffer.from('\ufeffhello'), 'utf-8'],
    ['Latin-1', latin1('caf\xe9'), 'utf-8'],
    ['UTF-16 LE with a mark', Buffer.from('\ufeffhi', 'utf16le'), 'utf-16le'],
    ['UTF-16 BE with a mark', Buffer.from('\ufeffhi', 'utf16le').swap16(), 'utf-16be'],
    ['UTF-16 LE without', Buffer.from('key = value\r\n', 'utf16le'), 'utf-16le'],
    ['UTF-16 BE without', Buffer.from('key = value\r\n', 'utf16le').swap16(), 'utf-16be'],
    ['UTF-16 LE without a mark, mostly Cyrillic', Buffer.from('ключ: abc, значение: 123456 "x"\n', 'utf16le'), 'utf-16le'],
    ['UTF-32', latin1('\xff\xfe\0\0h\0\0\0i\0\0\0'), 'binary'],
    ['names between NUL bytes', Buffer.from('a/b\0c/dd\0e\0'), 'binary'],
    ['an executable', latin1('\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0>\0'), 'binary'],
    ['a PNG', latin1('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'), 'media'],
    ['a JPEG', latin1('\xff\xd8\xff\xe0\0\x10JFIF\0'), 'media'],
    ['an MP4', latin1('\0\0\0\x18ftypmp42\0\0\0\0'), 'media'],
    ['a WebP', latin1('RIFF\x24\0\0\0WEBPVP8 '), 'media'],
    ['a font', latin1('wOF2\0\x01\0\0'), 'media'],
    ['a gzip', gzipSync('hello'), 'archive'],
    ['a zip', latin1('PK\x03\x04\x14\0\0\0\x08\0'), 'archive'],
    ['words that begin like an archive', Buffer.from('BZhang wrote this text, nobody else'), 'utf-8'],
    ['words that begin like sound', Buffer.from('ID3 tags are described here'), 'utf-8'],
  ])('tells %s', (_what, bytes, reader) => {
    expect(name(bytes)).toBe(reader);
  });

  it('believes the name of a medium only where its bytes are no text', () => {
    expect(name(Buffer.concat([Buffer.of(0), randomBytes(100)]), 'film.MP4')).toBe('media');
    expect(name(Buffer.from('not a film'), 'film.mp4')).toBe('utf-8');
  });

  it('has a name of its own for each reader', () => {
    expect(new Set(readers.map((reader) => reader.name)).size).toBe(readers.length);
  });
});
