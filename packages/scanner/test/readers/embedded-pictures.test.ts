import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PicturePlace } from '../../src/readers/embedded-pictures.ts';
import { embeddedPictures, pictureTextOf, pictureTexts } from '../../src/readers/embedded-pictures.ts';

/** Something that begins as an image does, and goes on at random. */
function image(begin: string, length = 600): Buffer {
  return Buffer.concat([Buffer.from(begin, 'latin1'), randomBytes(length)]);
}

const png = (width = 400, height = 300): Buffer => {
  const size = Buffer.alloc(8);
  size.writeUInt32BE(width);
  size.writeUInt32BE(height, 4);
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'), size, randomBytes(600)]);
};

type Found = readonly { readonly name: string; readonly line: number; readonly bytes: Buffer }[];

const found = (text: string): Found => picturesIn(Buffer.from(text), placesIn(text));
const picturesIn = (text: Buffer, places: readonly PicturePlace[]): Found => [...embeddedPictures(pictureTextOf(text), places)];

/** The places in which images may begin, by a search of its own. */
function placesIn(text: string): readonly PicturePlace[] {
  const offsets = pictureTexts.flatMap((sign) => Array.from(text.matchAll(new RegExp(sign.replaceAll(/[+/\\]/g, String.raw`\$&`), 'g')), ({ index }) => index)).sort((a, b) => a - b);
  return offsets.map((offset) => placeBetween(text, Math.max(0, offset - 64), Math.min(text.length, offset + 64)));
}

const placeBetween = (text: string, start: number, end: number): PicturePlace => ({ start, end, line: text.slice(0, start).split('\n').length });
const wrapped = (text: string, width: number, between: string): string => (text.match(new RegExp(`.{1,${width}}`, 'g')) ?? []).join(between);

describe('an image in a text', () => {
  const bytes = png();
  const base64 = bytes.toString('base64');

  it.each([
    ['a data URL in Markdown', `![a](data:image/png;base64,${base64}) and more`],
    ['a data URL with escaped letters', `url(data:image/png;base64,${encodeURIComponent(base64)})`],
    ['a string of JSON', JSON.stringify({ attachment: { body: base64 } })],
    ['a string of JSON with escaped slashes', JSON.stringify({ a: base64 }).replaceAll('/', '\\/')],
    ['the output of a notebook', JSON.stringify({ data: { 'image/png': `${wrapped(base64, 76, '\n')}\n` } })],
    ['the output of a notebook as a list of lines', JSON.stringify({ 'image/png': wrapped(base64, 76, '\n\0').split('\0') }, undefined, 1)],
    ['a mail', `Content-Transfer-Encoding: base64\r\n\r\n${wrapped(base64, 76, '\r\n')}\r\n\r\n--border--\r\n`],
    ['YAML', `image: |\n  ${wrapped(base64, 64, '\n  ')}\nother: value\n`],
  ])('is found in %s', (_, text) => {
    const [only, ...others] = found(text);
    expect(only?.name).toBe('image-1.png');
    expect(only?.bytes.subarray(0, bytes.length).equals(bytes)).toBe(true);
    expect(others).toEqual([]);
  });

  it.each([
    ['jpg', image('\xff\xd8\xff\xe0\0\x10JFIF\0')],
    ['jpg', image('\xff\xd8\xff\xe1\x01\x10Exif\0\0')],
    ['jpg', image('\xff\xd8\xff\xdb\0\x43\0')],
    ['webp', image('RIFF\x40\x02\0\0WEBPVP8 ')],
    ['gif', image('GIF89a\x90\x01\x90\x01')],
    ['pdf', image('%PDF-1.7\n%')],
    ['avif', image('\0\0\0\x20ftypavif\0\0\0\0')],
    ['heic', image('\0\0\0\x18ftypheic\0\0\0\0')],
  ])('is a %s by its first bytes, and shows in the search before anything is decoded', (extension, picture) => {
    const text = `"${picture.toString('base64')}"`;
    expect(found(text)).toMatchObject([{ name: `image-1.${extension}`, line: 1 }]);
    expect(pictureTexts.some((sign) => text.includes(sign))).toBe(true);
  });

  it.each([['bmp', image('BM\x40\x02\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0')], ['tiff', image('II*\0\x08\0\0\0')]])('is a %s where a data URL says so', (extension, picture) => {
    expect(found(`data:image/${extension};base64,${picture.toString('base64')}`)).toMatchObject([{ name: `image-1.${extension}` }]);
    expect(found(`"${picture.toString('base64')}"`)).toEqual([]);
  });

  it('has a number and a line', () => {
    const text = `# one\n\n![](data:image/png;base64,${base64})\n\n"${image('GIF89a\x90\x01\x90\x01').toString('base64')}"\n`;
    expect(found(text).map(({ name, line }) => [name, line])).toEqual([['image-1.png', 3], ['image-2.gif', 5]]);
  });

  it('is none where it is an icon, is too short, or is something else', () => {
    expect(found(`url(data:image/png;base64,${png(64, 64).toString('base64')})`)).toEqual([]);
    expect(found(`url(data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7)`)).toEqual([]);
    expect(found(`"/9j/${'abcd'.repeat(3)}" and a path /9j/other/words`)).toEqual([]);
    expect(found('a word\n'.repeat(100))).toEqual([]);
  });

  it('is the same whatever else may be a place of one', () => {
    const text = `${'words '.repeat(20)}\n"${base64}"\n\n${'lines\n'.repeat(10)}${wrapped(base64, 76, '\n')}\n`;
    const whole = found(text);
    expect(whole).toHaveLength(2);
    expect(picturesIn(Buffer.from(text), [{ start: 0, end: text.length, line: 1 }])).toEqual(whole);
    const span = fc.tuple(fc.nat(text.length - 1), fc.integer({ min: 1, max: 400 }));
    fc.assert(fc.property(fc.array(span, { maxLength: 5 }), (spans) => {
      const others = spans.map(([start, length]) => placeBetween(text, start, Math.min(text.length, start + length)));
      const places = [...placesIn(text), ...others].sort((a, b) => a.start - b.start);
      expect(picturesIn(Buffer.from(text), places)).toEqual(whole);
    }), { numRuns: 100 });
  });

  it('is one of many in a line', () => {
    const one = `"${png().toString('base64')}",`;
    expect(found(one.repeat(12_000))).toHaveLength(12_000);
  });

  it('of megabytes is taken apart in one go', () => {
    const large = image('%PDF-1.7\n', 3_000_000);
    expect(found(wrapped(large.toString('base64'), 76, '\n'))[0]?.bytes.length).toBe(large.length);
  });
});
