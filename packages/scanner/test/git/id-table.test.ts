import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { digestOf, holdsId, IdLineReader, idsIn, sizeOf, tableOf, without } from '../../src/git/id-table.ts';

const idBytes = 20;

/** Ids of which many begin alike. */
function randomIds(count: number): readonly string[] {
  return Array.from({ length: count }, (_, number) => `${number % 3 === 0 ? 'ab'.repeat(10) : ''}${randomBytes(20).toString('hex')}`.slice(0, 40));
}

describe('a table of ids', () => {
  it('is read from lines, however they are cut into chunks', () => {
    const ids = [...randomIds(50)].sort();
    const text = Buffer.from(ids.map((id) => `${id}\n`).join(''));
    for (const size of [1, 7, 40, 41, 1000, text.length]) {
      const reader = new IdLineReader(idBytes);
      for (let at = 0; at < text.length; at += size) reader.read(text.subarray(at, at + size));
      expect([...idsIn(reader.table)]).toEqual(ids);
      expect(digestOf(reader.table)).toBe(digestOf(tableOf(ids, idBytes)));
    }
  });

  it('holds its ids and no others', () => {
    const [ids, others] = [randomIds(101), randomIds(50)];
    const table = tableOf(ids, idBytes);
    expect(sizeOf(table)).toBe(101);
    for (const id of ids) expect(holdsId(table, Buffer.from(id, 'hex'))).toBe(true);
    for (const id of others) expect(holdsId(table, Buffer.from(id, 'hex'))).toBe(false);
    expect(holdsId(tableOf([], idBytes), Buffer.alloc(idBytes))).toBe(false);
  });

  it('loses what stands in other tables', () => {
    for (let round = 0; round < 20; round++) {
      const [own, shared, first, second] = [randomIds(20), randomIds(round), randomIds(15), randomIds(3)];
      const table = tableOf([...own, ...shared], idBytes);
      const half = Math.floor(shared.length / 2);
      const others = [tableOf([...first, ...shared.slice(0, half)], idBytes), tableOf([...second, ...shared.slice(half)], idBytes)];
      expect([...idsIn(without(table, others))]).toEqual([...own].sort());
      expect(sizeOf(without(table, [table]))).toBe(0);
      expect([...idsIn(without(table, []))]).toEqual([...own, ...shared].sort());
    }
  });
});
