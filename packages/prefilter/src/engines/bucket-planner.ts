import { byteFrequencies } from '../images/byte-frequencies.ts';
import { commonTrigrams } from '../images/common-trigrams.ts';
import {
  PLAN_BUCKET, PLAN_BYTES, PLAN_ENTRY_SIZE, PLAN_LENGTH, PLAN_OFFSET, PLAN_ROOM, PLAN_ROOM_PER_LITERAL,
} from '../images/image-layout.ts';
import type { PlacedLiteral } from '../images/teddy-tables.ts';
import type { NumberedLiteral } from '../literal.ts';
import { startKernel } from './kernel.ts';
import type { WebAssemblyInterface } from './web-assembly.ts';

/** Lets the kernel share literals out to the buckets of Teddy, in a memory of its own. */
export function planBucketsWith(
  wasm: WebAssemblyInterface, binary: Uint8Array<ArrayBuffer>, literals: readonly NumberedLiteral[],
): readonly PlacedLiteral[] {
  const frequencies = 64;
  const trigrams = frequencies + byteFrequencies.byteLength;
  const entries = trigrams + Math.ceil(commonTrigrams.length / 16) * 16;
  let bytes = entries + literals.length * PLAN_ENTRY_SIZE;
  const end = literals.reduce((sum, literal) => sum + literal.bytes.length, bytes);
  const room = (end + 15) & ~15;
  const size = room + PLAN_ROOM + literals.length * PLAN_ROOM_PER_LITERAL;
  const { kernel, memory } = startKernel(wasm, binary, size, () => false);
  const view = new DataView(memory.buffer);
  const target = new Uint8Array(memory.buffer);
  new Float32Array(memory.buffer, frequencies).set(byteFrequencies);
  target.set(Buffer.from(commonTrigrams, 'latin1'), trigrams);
  for (const [index, literal] of literals.entries()) {
    const entry = entries + index * PLAN_ENTRY_SIZE;
    const length = literal.bytes.length;
    view.setUint32(entry + PLAN_BYTES, bytes, true);
    view.setUint32(entry + PLAN_LENGTH, literal.ignoreCase ? length | 0x80000000 : length, true);
    target.set(literal.bytes, bytes);
    bytes += length;
  }
  kernel.planBuckets(entries, literals.length, frequencies, trigrams, commonTrigrams.length, room);
  return literals.map((literal, index) => {
    const entry = entries + index * PLAN_ENTRY_SIZE;
    return {
      literal,
      offset: view.getUint32(entry + PLAN_OFFSET, true),
      bucket: view.getUint32(entry + PLAN_BUCKET, true),
    };
  });
}
