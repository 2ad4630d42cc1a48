import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTaggable, tagOf } from '../src/index.ts';
import { bytesOf, engines, prefilterOn } from './engines.ts';
import { pairsOf } from './naive-search.ts';

const keyCharacters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~+/=';
const salt = 0xdeadbeef;

const tokenSet = (keys: readonly string[], group = 4) => ({
  salt, group, tags: keys.map((key) => tagOf(salt, bytesOf(key))), lengths: keys.map((key) => key.length),
});

const base64Characters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** `size` bytes that stand encoded at an offset, and the bytes of text that they take; `undefined` where there are none. */
type Decoder = (text: string, offset: number, size: number) => { readonly key: string; readonly span: number } | undefined;

const plain: Decoder = (text, offset, size) => ({ key: text.slice(offset, offset + size), span: size });

const hex: Decoder = (text, offset, size) => {
  const digits = text.slice(offset, offset + 2 * size);
  if (!/^[0-9a-fA-F]*$/.test(digits)) return undefined;
  return { key: Buffer.from(digits, 'hex').toString('latin1'), span: 2 * size };
};

const wide: Decoder = (text, offset, size) => {
  const stretch = text.slice(offset, offset + 2 * size - 1);
  const zeros = stretch.split('').filter((_, index) => index % 2 === 1);
  if (!zeros.every((zero) => zero === '\0')) return undefined;
  return { key: stretch.split('').filter((_, index) => index % 2 === 0).join(''), span: 2 * size - 1 };
};

/** Base64 in which the key starts after so many bits of the character at the offset. */
const base64From = (bits: number): Decoder => (text, offset, size) => {
  const span = Math.ceil((bits + 8 * size) / 6);
  const values = text.slice(offset, offset + span).replaceAll('-', '+').replaceAll('_', '/').split('')
    .map((character) => base64Characters.indexOf(character));
  if (values.length < span || values.includes(-1)) return undefined;
  const all = values.map((value) => value.toString(2).padStart(6, '0')).join('').slice(bits);
  const key = Array.from({ length: size }, (_, index) => String.fromCharCode(Number.parseInt(all.slice(8 * index, 8 * index + 8), 2)));
  return { key: key.join(''), span };
};

/** Every stretch that has a length and a tag of a known key and consists of key characters, encoded ones included. */
const naiveTokens = (keys: readonly string[], bytes: Uint8Array): readonly (readonly [number, number])[] => {
  const text = Buffer.from(bytes).toString('latin1');
  const tags = new Set(tokenSet(keys).tags);
  const lengths = [...new Set(keys.map((key) => key.length))].sort((a, b) => a - b);
  const decoders = (lengths[0] ?? 0) < 8 ? [plain] : [plain, hex, wide, base64From(0), base64From(2), base64From(4)];
  const found: (readonly [number, number])[] = [];
  for (let offset = 0; offset < bytes.length; offset++) {
    for (const length of lengths) {
      for (const decoder of decoders) {
        const decoded = decoder(text, offset, length);
        const key = decoded?.key ?? '';
        if (key.length === length && isTaggable(bytesOf(key)) && tags.has(tagOf(salt, bytesOf(key)))) {
          found.push([offset, decoded?.span ?? 0]);
        }
      }
    }
  }
  return found.sort(([a, b], [c, d]) => a - c || b - d);
};

describe('isTaggable', () => {
  it('takes the characters of a bearer token and no others', () => {
    const taken = Array.from({ length: 256 }, (_, byte) => byte).filter((byte) => isTaggable(Uint8Array.of(byte)));
    expect(taken).toEqual(Array.from(bytesOf(keyCharacters)).sort((a, b) => a - b));
  });
});

describe('tagOf', () => {
  it('does not change between versions: files hold tags', () => {
    expect(tagOf(0, bytesOf(''))).toBe(0);
    expect(tagOf(1, bytesOf('abc'))).toBe(1_965_209_150);
    expect(tagOf(0xffffffff, bytesOf('abc'))).toBe(1_352_347_538);
  });

  it('spreads over 32 bits and depends on the salt', () => {
    const tags = Array.from({ length: 20_000 }, () => tagOf(salt, randomBytes(20)));
    expect(new Set(tags).size).toBeGreaterThan(19_990);
    for (let bit = 0; bit < 32; bit++) {
      const ones = tags.filter((tag) => (tag >>> bit) & 1).length;
      expect(Math.abs(ones - 10_000)).toBeLessThan(600);
    }
    expect(tagOf(1, bytesOf('abcdefgh'))).not.toBe(tagOf(2, bytesOf('abcdefgh')));
  });
});

describe.each(engines)('tokens on the %s engine', (engine) => {
  it('finds a key that is known by its tag, whatever stands around it', () => {
    const key = randomBytes(24).toString('base64url');
    const prefilter = prefilterOn(engine, [], { tokens: tokenSet([key]) });
    for (const [before, after] of [['', ''], ['"', '"'], ['x', 'y'], ['\\n', '\\n'], ['/', '/'], ['='.repeat(99), '-'.repeat(70)]]) {
      const text = bytesOf(`${before}${key}${after}`);
      expect(pairsOf(prefilter.tokensIn(text))).toContainEqual([before?.length, key.length]);
      expect(prefilter.groupsIn(text)).toBe(16);
    }
    expect(prefilter.groupsIn(bytesOf(key.slice(1)))).toBe(0);
    expect(prefilter.groupsIn(bytesOf(`${key.slice(0, 9)} ${key.slice(9)}`))).toBe(0);
  });

  it('finds a key at every place of a buffer, and at its end', () => {
    for (const length of [1, 3, 16, 17, 40, 63, 64, 65, 128, 200]) {
      const key = randomBytes(length).toString('hex').slice(0, length);
      const prefilter = prefilterOn(engine, [], { tokens: tokenSet([key]) });
      for (let offset = 0; offset < 135; offset++) {
        for (const after of [0, 1, 64]) {
          const size = offset + length + after;
          prefilter.buffer(size).fill(0x20).set(bytesOf(key), offset);
          expect(pairsOf(prefilter.tokensInBuffer(size))).toEqual([[offset, length]]);
          expect(prefilter.scanBuffer(size)).toBe(16);
          expect(prefilter.scanBuffer(size - after - 1)).toBe(0);
        }
      }
    }
  });

  it('finds a key at every place of a run that is longer than the kernel takes at once', () => {
    const keys = [randomBytes(20).toString('hex'), randomBytes(150).toString('hex')];
    const prefilter = prefilterOn(engine, [], { tokens: tokenSet(keys) });
    for (const key of keys) {
      for (let offset = 2048 - key.length - 3; offset < 2048 + 70; offset++) {
        const text = prefilter.buffer(6000).fill(0x78);
        text[0] = 0x20;
        text.set(bytesOf(key), 1 + offset);
        expect(pairsOf(prefilter.tokensInBuffer(6000))).toEqual([[1 + offset, key.length]]);
      }
    }
  });

  it('agrees with a naive search', () => {
    const character = fc.constantFrom(...'aZ09-=~ \n"\0\xff'.split(''));
    const key = fc.array(fc.constantFrom(...'aZ09-=~'.split('')), { minLength: 1, maxLength: 90 }).map((parts) => parts.join(''));
    const input = fc.array(key, { minLength: 1, maxLength: 12 }).chain((keys) => fc.tuple(
      fc.constant(keys),
      fc.array(fc.oneof(
        fc.array(character, { maxLength: 80 }).map((parts) => parts.join('')),
        fc.constantFrom(...keys),
        fc.tuple(fc.constantFrom(...keys), fc.nat(90)).map(([from, cut]) => from.slice(0, cut)),
      ), { maxLength: 12 }).map((parts) => bytesOf(parts.join(''))),
      fc.nat(100),
    ));
    fc.assert(fc.property(input, ([keys, text, windowSize]) => {
      const prefilter = prefilterOn(engine, [], { tokens: tokenSet(keys), windowSize });
      const expected = naiveTokens(keys, text);
      expect(pairsOf(prefilter.tokensIn(text))).toEqual(expected);
      expect(prefilter.groupsIn(text)).toBe(expected.length > 0 ? 16 : 0);
    }), { numRuns: 300 });
  });

  it('agrees with a naive search on encoded keys', () => {
    const key = fc.array(fc.constantFrom(...'aZ09-=~Qk'.split('')), { minLength: 8, maxLength: 60 }).map((parts) => parts.join(''));
    const noise = fc.array(fc.constantFrom(...'aZ09-=~ Qk\n"\0\xff'.split('')), { maxLength: 30 }).map((parts) => parts.join(''));
    const encoded = (from: string): fc.Arbitrary<string> => fc.oneof(
      fc.tuple(noise, noise).map(([before, after]) => Buffer.from(before + from + after, 'latin1').toString('base64')),
      fc.tuple(noise, noise).map(([before, after]) => Buffer.from(before + from + after, 'latin1').toString('base64url')),
      fc.constant(Buffer.from(from, 'latin1').toString('hex')),
      fc.constant(Buffer.from(from, 'latin1').toString('hex').toUpperCase()),
      fc.constant(Buffer.from(from, 'utf16le').toString('latin1')),
      fc.constant(Buffer.from(from, 'utf16le').swap16().toString('latin1')),
    );
    const input = fc.array(key, { minLength: 1, maxLength: 4 }).chain((keys) => fc.tuple(
      fc.constant(keys),
      fc.array(fc.oneof(noise, fc.constantFrom(...keys).chain(encoded)), { maxLength: 10 }).map((parts) => bytesOf(parts.join(''))),
      fc.nat(100),
    ));
    fc.assert(fc.property(input, ([keys, text, windowSize]) => {
      const prefilter = prefilterOn(engine, [], { tokens: tokenSet(keys), windowSize });
      const expected = naiveTokens(keys, text);
      expect(pairsOf(prefilter.tokensIn(text))).toEqual(expected);
      expect(prefilter.groupsIn(text)).toBe(expected.length > 0 ? 16 : 0);
    }), { numRuns: 400 });
  });

  it('finds an encoded key at every place of a buffer', () => {
    const key = randomBytes(20).toString('base64url');
    const forms = [
      Buffer.from(key).toString('hex'), Buffer.from(key).toString('base64'), Buffer.from(`x${key}`).toString('base64'),
      Buffer.from(`xy${key}`).toString('base64url'), Buffer.from(key, 'utf16le').toString('latin1'),
      Buffer.from(key, 'utf16le').swap16().toString('latin1'),
    ];
    const prefilter = prefilterOn(engine, [], { tokens: tokenSet([key]) });
    for (const form of forms) {
      for (let offset = 0; offset < 140; offset++) {
        for (const filler of [0x20, 0x41, 0x00]) {
          const size = offset + form.length + (offset % 3);
          prefilter.buffer(size).fill(filler).set(bytesOf(form), offset);
          expect(prefilter.scanBuffer(size)).toBe(16);
          expect(prefilter.tokensInBuffer(size).count).toBe(1);
        }
      }
    }
  });

  it('tells ten thousand keys from random text', () => {
    const keys = Array.from({ length: 10_000 }, () => randomBytes(20).toString('hex'));
    const prefilter = prefilterOn(engine, [], { tokens: tokenSet(keys) });
    const text = bytesOf(randomBytes(200_000).toString('hex'));
    expect(prefilter.tokensIn(text).count).toBeLessThan(20);
    text.set(bytesOf(keys[1234] ?? ''), 77_777);
    expect(pairsOf(prefilter.tokensIn(text))).toContainEqual([77_777, 40]);
  });

  it('searches for literals and tokens in one go', () => {
    const key = randomBytes(20).toString('hex');
    const literals = [{ bytes: bytesOf('atomyx'), ignoreCase: true, group: 0 }];
    const prefilter = prefilterOn(engine, literals, { tokens: tokenSet([key]) });
    expect(prefilter.groups).toBe(17);
    expect(prefilter.overlap).toBe(79);
    expect(prefilter.groupsIn(bytesOf(`Atomyx ${key}`))).toBe(17);
    expect(prefilter.hitsIn(bytesOf(`Atomyx ${key}`)).count).toBe(1);
    expect(prefilter.tokensIn(bytesOf(`Atomyx ${key}`)).count).toBe(1);
  });

  it('refuses a group and a length out of range', () => {
    expect(() => prefilterOn(engine, [], { tokens: { ...tokenSet(['key']), group: 32 } })).toThrow(RangeError);
    expect(() => prefilterOn(engine, [], { tokens: { ...tokenSet(['key']), lengths: [0] } })).toThrow(RangeError);
  });
});
