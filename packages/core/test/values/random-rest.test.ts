import { randomBytes, randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { credibilityOf } from '../../src/values/credibility.ts';
import { mayHoldCredible } from '../../src/values/random-rest.ts';

const makers: Readonly<Record<string, () => string>> = {
  hexadecimal: () => randomBytes(20).toString('hex'),
  'upper-case hexadecimal': () => randomBytes(16).toString('hex').toUpperCase(),
  'short hexadecimal with a hyphen': () => `${randomBytes(4).toString('hex')}-`,
  base64url: () => randomBytes(24).toString('base64url'),
  'a UUID': () => randomUUID(),
  'a prefix and random text': () => `acme_live_${randomBytes(18).toString('base64url')}`,
  'a JSON Web Token': () => [{ alg: 'HS256' }, { sub: 'shop' }].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).concat(randomBytes(24).toString('base64url')).join('.'),
};
const around = fc.tuple(fc.constantFrom('', '"', 'key = ', 'https://shop.example/?token=', 'Bearer '), fc.constantFrom('', '"', '&next=1', ' # words behind it', ':'));

describe('a stretch of text may hold a credible value', () => {
  it.each(Object.entries(makers))('where %s stands in it, whatever stands around that', (_form, make) => {
    fc.assert(fc.property(around, ([before, behind]) => {
      const value = make();
      const text = `${before}${value}${behind}`;
      expect(credibilityOf(value) === 'none' || mayHoldCredible(text, 0, text.length)).toBe(true);
      expect(credibilityOf(value) === 'none' || mayHoldCredible(text, before.length, before.length + value.length)).toBe(true);
    }), { numRuns: 200 });
  });

  it('of eight digits and a hyphen, which is the least that is weighed', () => {
    expect(mayHoldCredible('0a1b2c3d-', 0, 9)).toBe(true);
    expect(mayHoldCredible('-0a1b2c3', 0, 8)).toBe(false);
  });

  it('wherever one of its parts is credible by itself', () => {
    const part = fc.string({ unit: fc.constantFrom(...Array.from('abcdefABCDEF0123456789keytonXz')), minLength: 1, maxLength: 24 });
    fc.assert(fc.property(fc.array(part, { minLength: 1, maxLength: 5 }), fc.constantFrom('-', '_', '.', '/', '='), (parts, sign) => {
      const text = parts.join(sign);
      const isCredible = parts.some((value) => credibilityOf(value) !== 'none');
      expect(!isCredible || mayHoldCredible(text, 0, text.length)).toBe(true);
    }), { numRuns: 5000 });
  });

  it.each(['process.env.ATOMYX_SUBMIT_API_KEY', 'YOUR_API_KEY', 'src/components/button/index', '2026-01-01', '1234567890123', 'getElementsByClassName', 'a', ''])('but not where %s does', (text) => {
    expect(mayHoldCredible(text, 0, text.length)).toBe(false);
  });
});
