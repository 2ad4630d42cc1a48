import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EncodingName, RenderedCredential } from '../src/markers.ts';
import { keyFormats, renderMarkers } from '../src/markers.ts';

const first = (items: readonly RenderedCredential[]): RenderedCredential => {
  const [item] = items;
  if (item === undefined) throw new Error('The template rendered no credential.');
  return item;
};

const decode: Readonly<Record<EncodingName, (text: string) => string>> = {
  base64: (text) => Buffer.from(text, 'base64').toString(),
  base64url: (text) => Buffer.from(text, 'base64url').toString(),
  hex: (text) => Buffer.from(text, 'hex').toString(),
  'utf16-base64': (text) => Buffer.from(text, 'base64').toString('utf16le'),
  'utf16-hex': (text) => Buffer.from(text, 'hex').toString('utf16le'),
  percent: decodeURIComponent,
  url: decodeURIComponent,
  unicode: (text) => JSON.parse(`"${text}"`) as string,
  'x-escape': (text) => JSON.parse(`"${text.replaceAll('\\x', '\\u00')}"`) as string,
  html: (text) => text.replace(/&#x([0-9a-f]+);/g, (_, digits: string) => String.fromCharCode(parseInt(digits, 16))),
  'html-decimal': (text) => text.replace(/&#(\d+);/g, (_, digits: string) => String.fromCharCode(Number(digits))),
  json: (text) => JSON.parse(`"${text}"`) as string,
  codes: (text) => String.fromCharCode(...text.split(', ').map(Number)),
};
const encodingNames = Object.keys(decode) as EncodingName[];

describe('a rendered template', () => {
  it('leaves text without markers alone', () => {
    expect(renderMarkers('a "b" `c` |base64 #2')).toMatchObject({
      text: 'a "b" `c` |base64 #2',
      keys: [],
      others: [],
      places: [],
    });
  });

  it('says where its keys stand, in UTF-16 units', () => {
    const { text, keys } = renderMarkers('ключ 🔑 = "«key»"; x = «key:uuid»');
    expect(keys.map(({ start, end }) => text.slice(start, end))).toEqual(keys.map(({ value }) => value));
    expect(first(keys).start).toBe('ключ 🔑 = "'.length);
  });

  it.each([
    ['hex', /^[0-9a-f]{40}$/],
    ['base64url', /^[\w-]{43}$/],
    ['base62', /^[A-Za-z0-9]{40}$/],
    ['uuid', /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/],
    ['jwt', /^eyJ[\w-]+\.eyJ[\w-]+\.[\w-]{43}$/],
    ['prefixed', /^acme_live_[A-Za-z0-9]{32}$/],
  ] as const)('makes keys of the format %s', (format, shape) => {
    expect(first(renderMarkers(`«key:${format}»`).keys).value).toMatch(shape);
    expect(first(renderMarkers('«key»', { format }).keys).value).toMatch(shape);
  });

  it('makes keys of other lengths', () => {
    expect(first(renderMarkers('«key:hex-64»').keys).value).toMatch(/^[0-9a-f]{64}$/);
    expect(first(renderMarkers('«other#commit:hex-7»').others).value).toMatch(/^[0-9a-f]{7}$/);
  });

  it('is the same for the same seed', () => {
    const template = keyFormats.map((format) => `«key:${format}» «other:${format}»`).join('\n');
    const { text, seed } = renderMarkers(template);
    expect(renderMarkers(template, { seed }).text).toBe(text);
    expect(renderMarkers(template, { seed: seed + 1 }).text).not.toBe(text);
  });

  it('gives the same label the same key, and other labels other keys', () => {
    const values = renderMarkers('«key» «key» «key#2» «key#old» «key#old:hex» «other»').keys.map(({ value }) => value);
    expect(new Set(values).size).toBe(3);
    expect(values[0]).toBe(values[1]);
    expect(values[3]).toBe(values[4]);
  });

  it('keeps keys and other values apart', () => {
    const { keys, others } = renderMarkers('«other» «key» «other#id:uuid»');
    expect(keys).toHaveLength(1);
    expect(others.map(({ label }) => label)).toEqual(['', 'id']);
  });

  it('cuts a key into pieces that make it up', () => {
    const { text, keys } = renderMarkers(
      'a = "«key#1/3:jwt»" + "«key#2/3:jwt»" + "«key#3/3:jwt»"; b = "«key#old#1/2»"',
    );
    const pieces = keys.slice(0, 3);
    expect(pieces.map(({ start, end }) => text.slice(start, end)).join('')).toBe(first(keys).value);
    expect(pieces.map(({ piece }) => piece)).toEqual([1, 2, 3].map((index) => ({ index, count: 3 })));
    expect(keys[3]).toMatchObject({ label: 'old', piece: { index: 1, count: 2 } });
  });

  it('marks places, with and without keys in them', () => {
    const { text, keys, places } = renderMarkers('A: «here:Token {{key}}»\nB: «here:Token «key»»');
    expect(places.map(({ start, end }) => text.slice(start, end))).toEqual([
      'Token {{key}}',
      `Token ${first(keys).value}`,
    ]);
  });

  it.each(encodingNames)('encodes keys in %s', (name) => {
    const { text, keys } = renderMarkers(`x = "«key|${name}»"`);
    const { start, end, value, encoded, encodings } = first(keys);
    expect(decode[name](text.slice(start, end))).toBe(value);
    expect({ encoded, encodings }).toEqual({ encoded: true, encodings: [name] });
    expect([start, end]).toEqual([5, text.length - 1]);
  });

  it('encodes in the order of the marker', () => {
    const { text, keys } = renderMarkers('«key|percent|base64»');
    expect(decodeURIComponent(decode.base64(text))).toBe(first(keys).value);
  });

  it('encodes a text around a key as a whole', () => {
    const { text, keys } = renderMarkers('Basic «text:user:«key»|base64»');
    const { value, carrier } = first(keys);
    expect(decode.base64(text.slice(carrier.start, carrier.end))).toBe(`user:${value}`);
  });

  it('finds the stretch of an encoded text that holds the key', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 7, unit: fc.constantFrom('a', '"', 'é', '🔑', ' ') }),
        fc.string({ maxLength: 7, unit: fc.constantFrom('b', '\\', 'ü') }),
        fc.constantFrom<EncodingName>('base64', 'hex', 'utf16-base64', 'utf16-hex', 'unicode', 'html', 'json', 'codes'),
        (before, after, name) => {
          const { text, keys } = renderMarkers(`<«text:${before}«key»${after}|${name}»>`);
          const { start, end, carrier, value } = first(keys);
          expect(decode[name](text.slice(carrier.start, carrier.end))).toBe(before + value + after);
          // Characters that stand for whole UTF-16 units.
          const groups = name === 'base64' ? 4 : name === 'utf16-base64' ? 8 : 1;
          const from = carrier.start + Math.floor((start - carrier.start) / groups) * groups;
          const to = Math.min(carrier.end, carrier.start + Math.ceil((end - carrier.start) / groups) * groups);
          const stretch = decode[name](text.slice(from, to));
          expect(stretch).toContain(value);
          expect(stretch.length).toBeLessThanOrEqual(value.length + 4);
        },
      ),
    );
  });
});

describe('a faulty marker', () => {
  it.each([
    ['«key', /no closing/],
    ['«here:«key»', /no closing/],
    ['«keys»', /is no marker/],
    ['«key:md5»', /format "md5"/],
    ['«key|rot13»', /encoding "rot13"/],
    ['«text:«key»»', /has no encoding/],
    ['«key#3/2»', /counts its pieces/],
    ['«key#0/2»', /counts its pieces/],
  ])('%s is refused', (template, reason) => {
    expect(() => renderMarkers(template)).toThrow(reason);
  });
});
