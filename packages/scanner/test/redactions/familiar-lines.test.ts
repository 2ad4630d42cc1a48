import { randomBytes, randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FamiliarLines } from '../../src/redactions/familiar-lines.ts';
import { LineShapes } from '../../src/redactions/line-shapes.ts';
import { SettledShapes } from '../../src/redactions/settled-shapes.ts';

/** What makes a reading of a line come to different things by what stands around it. */
const pieces = fc.oneof(
  fc.nat(99_999_999).map(String),
  fc.constantFrom('1', '20', '192.168.0.1', '10.0.0.', '1.2.3.4.5', '00.123Z', '2026-01-01T00:00:00', '45ms', '9s', '123456789012345', '1234567890123456'),
  fc.constantFrom('.', '-', '--', ':', '=', ' ', '  ', '"', '\'', '[', ']', '/', '%', '$', '{', '\\', '@', '_', ',', 'é'),
  fc.constantFrom('http', 'in', 'took', 'Bearer', 'T', 'Z', 'abcd1234', 'deadbeef', 'x', 'abc', '-a-b-c-'),
  fc.constant('').map(() => randomUUID()),
  fc.constantFrom(16, 32, 40).map((length) => randomBytes(length / 2).toString('hex')),
  fc.constantFrom(24, 43).map((length) => randomBytes(length).toString('base64url').slice(0, length)),
);

/** Other values for what may differ, and sometimes for what may not. */
const variantOf = (line: string): fc.Arbitrary<string> =>
  fc.array(fc.tuple(fc.nat(9), fc.nat(99_999)), { minLength: 40, maxLength: 40 }).map((choices) => {
    let next = 0;
    const choose = (): readonly [number, number] => choices[next++ % choices.length] ?? [0, 0];
    return line.replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{16,}|(?=[\w-]*[g-zA-Z][\w-]*\d)[\w-]{24,43}|\d+/g, (found) => {
      const [kind, number] = choose();
      if (kind === 0) return found;
      if (found.length === 36) return kind === 1 ? found.toUpperCase() : randomUUID();
      if (/[g-zA-Z_-]/.test(found)) return randomBytes(found.length).toString('base64url').slice(0, found.length);
      if (found.length >= 16) return randomBytes(found.length).toString('hex').slice(0, found.length);
      return kind < 7 ? String(number).padStart(found.length, '0').slice(-found.length) : String(number);
    });
  });

const log = fc.array(fc.array(pieces, { minLength: 1, maxLength: 14 }).map((line) => line.join('')), { minLength: 1, maxLength: 3 })
  .chain((lines) => fc.array(fc.constantFrom(...lines).chain(variantOf), { minLength: 8, maxLength: 40 }))
  .chain((lines) => fc.constantFrom('\n', '\r\n', '\r').map((end) => lines.join(end)));

describe('familiar lines', () => {
  it('have the shapes, ends and tokens that reading them comes to', () => {
    fc.assert(fc.property(log, (text) => {
      const settled = new SettledShapes(() => []);
      const familiar = new FamiliarLines(settled);
      const shapes = new LineShapes();
      const bytes = Buffer.from(text, 'latin1');
      for (let line = 0; line < bytes.length;) {
        const key = shapes.read(bytes, line);
        const shape = familiar.read(bytes, line);
        expect(shape?.id).toBe(key === undefined ? undefined : settled.of(key, () => '').id);
        expect(familiar.end).toBe(shapes.end);
        expect(familiar.tokens.flatMap(({ start, end }) => [start, end])).toEqual([...shapes.tokens]);
        line = shapes.end === -1 ? bytes.length : shapes.end;
      }
    }), { numRuns: Number(process.env['RUNS'] ?? 300) });
  });
});
