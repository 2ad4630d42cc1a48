import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Literal, Prefilter } from '../src/index.ts';
import { tagOf } from '../src/index.ts';
import { bytesOf, engines, prefilterOn } from './engines.ts';

const literal = (text: string, group = 0, ignoreCase = true): Literal => ({ bytes: bytesOf(text), ignoreCase, group });
const repeat = (text: string, size: number): Uint8Array => bytesOf(text.repeat(Math.ceil(size / text.length))).subarray(0, size);

const salt = 7;
const runs = ['ab'.repeat(16), 'abc'.repeat(8), 'a'.repeat(5000)];
const tokens = { salt, group: 9, tags: runs.map((run) => tagOf(salt, bytesOf(`${run}.`))), lengths: runs.map((run) => run.length + 1) };

/** Keys that share all but their last characters. */
const cousins = Array.from({ length: 2000 }, (_, number) => literal(`atx_live_0000000000000000${String(number).padStart(6, '0')}`, 1, false));
const catalogue = [literal('atomyx'), literal('submit', 2), literal('api_key', 3), literal('aaaaaaaaaaaaaaab', 4)];

/** Text that nearly matches everywhere, and never does. */
const cases: readonly { readonly name: string; readonly literals: readonly Literal[]; readonly unit: string }[] = [
  { name: 'one letter', literals: [...catalogue, literal(`${'a'.repeat(60)}b`)], unit: 'a' },
  { name: 'a near miss of a short literal', literals: catalogue, unit: 'atomy' },
  { name: 'the fingerprint of a literal', literals: catalogue, unit: 'myx' },
  { name: 'a near miss of many known keys', literals: [...catalogue, ...cousins], unit: 'atx_live_0000000000000000' },
  { name: 'the zeros of many known keys', literals: [...catalogue, ...cousins], unit: '0' },
  { name: 'runs of key characters', literals: catalogue, unit: 'ab' },
  { name: 'short runs of key characters', literals: catalogue, unit: `${'ab'.repeat(15)}a ` },
  { name: 'long runs of key characters', literals: catalogue, unit: `${'a'.repeat(4999)} ` },
];

/** Least processor time of several runs, in milliseconds: other work on the machine does not count. */
function timeOf(work: () => void): number {
  return Math.min(...Array.from({ length: 5 }, () => {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  }));
}

function search(prefilter: Prefilter, text: Uint8Array): void {
  prefilter.buffer(text.length).set(text);
  prefilter.scanBuffer(text.length);
  prefilter.hitsInBuffer(text.length);
  prefilter.tokensInBuffer(text.length);
}

describe.each(engines)('the %s engine', (engine) => {
  it.each(cases)('takes time in proportion to $name', ({ literals, unit }) => {
    const prefilter = prefilterOn(engine, literals, { tokens });
    const small = repeat(unit, 1 << 15);
    const large = repeat(unit, 1 << 18);
    search(prefilter, small);
    const once = timeOf(() => { search(prefilter, small); });
    const eightTimes = timeOf(() => { search(prefilter, large); });
    // Quadratic work would take 64 times as long; the rest is room for a busy machine.
    expect(eightTimes).toBeLessThan(24 * once + 5);
  });

  it('takes time in proportion to a flood of hits', () => {
    const prefilter = prefilterOn(engine, [literal('a'), literal('aa'), literal('aaa'), literal('aaaaaaaaaaaaaaaa')]);
    const once = timeOf(() => prefilter.hitsIn(repeat('a', 1 << 14)));
    const fourTimes = timeOf(() => prefilter.hitsIn(repeat('a', 1 << 16)));
    expect(fourTimes).toBeLessThan(12 * once + 5);
  });

  it('takes no longer for a long literal that nearly matches everywhere than for its length', () => {
    const length = 100_000;
    const long = prefilterOn(engine, [{ bytes: randomBytes(length), ignoreCase: false, group: 0 }]);
    const text = new Uint8Array(1 << 19);
    expect(timeOf(() => long.groupsIn(text))).toBeLessThan(500);
  });
});
