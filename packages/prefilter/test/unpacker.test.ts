import { constants, deflateSync, inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { bytesOf, prefilterOn } from './engines.ts';

const needle = 'needle-in-the-hay';
const prefilter = prefilterOn('wasm', [{ bytes: bytesOf(needle), ignoreCase: false, group: 3 }]);
const unpacker = prefilter.unpacker ?? (() => { throw new Error('The kernel has no unpacker.'); })();
const found = 1 << 3;

/** Numbers that look random and are the same in every run. */
let state = 1;
function next(bound: number): number {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((state / 2 ** 32) * bound);
}

/** Bytes of few or many kinds, with and without repetitions near and far. */
function someBytes(): Buffer {
  const bytes = Buffer.alloc(next(4) === 0 ? next(150_000) : next(3_000));
  const kinds = [1, 2, 5, 60, 256][next(5)] ?? 1;
  const repeats = next(10);
  for (let at = 0; at < bytes.length; at++) bytes[at] = at > 40 && next(10) < repeats ? bytes[at - 1 - next(40)] ?? 0 : next(kinds);
  for (let count = bytes.length > 10_000 ? 20 : 0; count > 0; count--) bytes.copyWithin(next(bytes.length), next(bytes.length));
  return bytes;
}

/** What the kernel makes of a stream; `undefined` where it takes it for none. */
function inflated(stream: Uint8Array, size: number): Buffer | undefined {
  const start = (stream.length + 127) & ~63;
  const buffer = prefilter.buffer(start + size + unpacker.padding);
  // What stood there before would do for bytes that are cut off.
  buffer.set(stream);
  buffer.fill(next(256), stream.length, start);
  return unpacker.inflate({ start: 0, end: stream.length }, { start, end: start + size }) ? Buffer.from(buffer.subarray(start, start + size)) : undefined;
}

function inflatedByZlib(stream: Uint8Array): Buffer | undefined {
  try {
    return inflateSync(stream);
  } catch {
    return undefined;
  }
}

describe('the unpacker', () => {
  it('inflates what zlib deflates, in whatever way', () => {
    const strategies = [constants.Z_DEFAULT_STRATEGY, constants.Z_FILTERED, constants.Z_HUFFMAN_ONLY, constants.Z_RLE, constants.Z_FIXED];
    for (let round = 0; round < 150; round++) {
      const bytes = someBytes();
      const stream = deflateSync(bytes, { level: next(10), strategy: strategies[next(5)] ?? 0, memLevel: 1 + next(9), windowBits: 9 + next(7) });
      expect(inflated(stream, bytes.length)?.equals(bytes)).toBe(true);
      expect(inflated(stream, bytes.length + 1)).toBeUndefined();
      if (bytes.length > 0) expect(inflated(stream, bytes.length - 1)).toBeUndefined();
      expect(inflated(stream.subarray(0, next(stream.length)), bytes.length)).toBeUndefined();
    }
  });

  it('takes nothing for a stream that zlib does not', () => {
    for (let round = 0; round < 500; round++) {
      const bytes = someBytes().subarray(0, 2_000);
      const stream = deflateSync(bytes, { level: next(10) });
      const at = next(stream.length);
      stream[at] = (stream[at] ?? 0) ^ (1 << next(8));
      const result = inflated(stream, bytes.length);
      if (result !== undefined) expect(inflatedByZlib(stream)?.equals(result)).toBe(true);
    }
    for (let round = 0; round < 1_500; round++) {
      const noise = Buffer.from(Array.from({ length: next(60) }, () => next(256)));
      if (noise.length > 1) noise.set([0x78, 0x9c]);
      expect(inflated(noise, next(400))).toEqual(undefined);
    }
  });

  it('finds a literal at every border between two parts of a delta', () => {
    for (let cut = 0; cut <= needle.length; cut++) {
      for (const isInserted of [false, true]) {
        const head = needle.slice(0, cut);
        const base = `${head}${'.'.repeat(300)}${needle.slice(cut)}${'-'.repeat(100)}`;
        const rest = needle.length - cut;
        const instructions = [...copy(0, cut), ...(isInserted ? insert(needle.slice(cut)) : copy(cut + 300, rest)), ...copy(cut + 300 + rest, 100)];
        // What is copied whole is the base's affair.
        const isWhole = cut === needle.length || (cut === 0 && !isInserted);
        expect([cut, isInserted, patched(base, instructions, needle.length + 100)]).toEqual([cut, isInserted, { text: `${needle}${'-'.repeat(100)}`, mask: isWhole ? 0 : found }]);
      }
    }
  });

  it('says of a delta that reaches beyond its base or its object, or ends too soon, that it does not fit', () => {
    expect(patched('abcdef', copy(0, 6), 6)).toEqual({ text: 'abcdef', mask: 0 });
    expect(patched('abcdef', copy(1, 6), 6)).toBeUndefined();
    expect(patched('abcdef', copy(0, 6), 5)).toBeUndefined();
    expect(patched('abcdef', copy(0, 6), 7)).toBeUndefined();
    expect(patched('abcdef', insert('xyz').slice(0, 3), 3)).toBeUndefined();
    expect(patched('abcdef', [0], 1)).toBeUndefined();
    expect(patched('abcdef', [0x9f, 1], 1)).toBeUndefined();
    expect(patched('abcdef', [0x88, 0xff, ...copy(0, 6)], 6)).toBeUndefined();
  });

  it('lists the ids in a tree, those alone that its base has not, and none of submodules', () => {
    const entry = (mode: string, name: string, byte: number): string => `${mode} ${name}\0${String.fromCharCode(byte).repeat(20)}`;
    const base = entry('100644', 'a', 0) + entry('40000', 'b', 1) + entry('160000', 'c', 2);
    const last = entry('100644', 'd', 3);
    const target = patchedAt(base, [...copy(0, base.length), ...insert(last)], base.length + last.length);
    expect(unpacker.treeIds(target, 20, true)).toEqual(Uint32Array.of(target.end - 20));
    expect(unpacker.treeIds(target, 20, false)).toEqual(Uint32Array.of(target.start + 9, target.start + 37, target.end - 20));
    expect(unpacker.treeIds({ start: target.start, end: target.end - 1 }, 20, false)).toBeUndefined();
  });
});

function copy(offset: number, size: number): readonly number[] {
  return size === 0 ? [] : [0x80 | 0x01 | 0x02 | 0x10 | 0x20, offset & 0xff, offset >> 8, size & 0xff, size >> 8];
}

function insert(text: string): readonly number[] {
  return text === '' ? [] : [text.length, ...bytesOf(text)];
}

interface Target {
  readonly start: number;
  readonly end: number;
  readonly mask: number | undefined;
}

function patchedAt(base: string, instructions: readonly number[], size: number): Target {
  const buffer = prefilter.buffer(8_192);
  buffer.set(bytesOf(base), 0);
  buffer.set(instructions, 2_048);
  const target = { start: 4_096, end: 4_096 + size };
  const mask = unpacker.patch({ start: 0, end: base.length }, { start: 2_048, end: 2_048 + instructions.length }, target, 0);
  return { ...target, mask };
}

function patched(base: string, instructions: readonly number[], size: number): { readonly text: string; readonly mask: number } | undefined {
  const { start, end, mask } = patchedAt(base, instructions, size);
  return mask === undefined ? undefined : { text: Buffer.from(prefilter.buffer(8_192).subarray(start, end)).toString('latin1'), mask };
}
