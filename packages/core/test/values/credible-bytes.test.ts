import { randomBytes, randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CredibleValues } from '../../src/values/credible-bytes.ts';

it('tells of many places what it would tell of each alone', () => {
  const piece = fc.constantFrom(' ', '"', "'", '`', '\\', '\n', '-', '.', '=', 'word', 'Copyright', 'k3y', '42', randomUUID(), randomBytes(20).toString('hex'), randomBytes(6).toString('base64url'), '"ab" + "', '\\x41\\x42\\x43\\x44');
  const text = fc.array(piece, { maxLength: 60 }).map((pieces) => Buffer.from(pieces.join('')));
  const places = fc.array(fc.tuple(fc.nat(30), fc.nat(120)), { maxLength: 20 });
  fc.assert(fc.property(text, places, fc.constantFrom('fair' as const, 'strong' as const), (bytes, steps, least) => {
    const values = new CredibleValues(bytes, least);
    let from = 0;
    for (const [step, length] of steps) {
      from += step;
      const to = Math.min(bytes.length, from + length);
      expect(values.beginsBetween(from, to)).toBe(new CredibleValues(bytes, least).beginsBetween(from, to));
    }
  }), { numRuns: 3000 });
});
