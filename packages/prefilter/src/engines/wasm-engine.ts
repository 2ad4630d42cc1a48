import { COPIES_ROOM, INFLATE_ROOM, INPUT_PADDING, OUTPUT_PADDING, TREE_IDS_ROOM } from '../images/image-layout.ts';
import type { Engine, Enough, Pairs, Stretch } from './engine.ts';
import { pageSize, startKernel } from './kernel.ts';
import type { WebAssemblyInterface } from './web-assembly.ts';

/** Hits that there is always room for. */
const firstCapacity = 8192;

/** Runs the kernel. Memory holds the image, then room to inflate, then the input, then room for hits. */
export function createWasmEngine(
  wasm: WebAssemblyInterface, binary: Uint8Array<ArrayBuffer>, image: Uint8Array, enough: Enough,
): Engine {
  const tables = (image.length + INPUT_PADDING - 1) & ~(INPUT_PADDING - 1);
  const copies = tables + INFLATE_ROOM;
  const ids = copies + COPIES_ROOM;
  const start = ids + TREE_IDS_ROOM + INPUT_PADDING;
  const { kernel, memory } = startKernel(wasm, binary, start + pageSize, enough);
  new Uint8Array(memory.buffer).set(image);
  let size = 0;

  const reserve = (end: number): void => {
    const missing = end - memory.buffer.byteLength;
    if (missing > 0) memory.grow(Math.ceil(missing / pageSize));
  };

  /** Address behind the input, where there is room for hits. */
  const room = (): number => start + size + INPUT_PADDING + ((16 - (size & 15)) & 15);
  const pairsAt = (count: number): Pairs => ({ count, words: new Uint32Array(memory.buffer, room(), count * 2) });

  /** Repeats a collection with more room until everything fits. */
  const collectAll = (run: (room: number, capacity: number) => number): Pairs => {
    let capacity = firstCapacity;
    for (;;) {
      reserve(room() + capacity * 8);
      const count = run(room(), capacity);
      if (count <= capacity) return pairsAt(count);
      capacity = count;
    }
  };
  const collect = (stretch: Stretch, wanted: number): Pairs =>
    collectAll((room, capacity) => kernel.collect(start + stretch.start, start + stretch.end, wanted, room, capacity));

  return {
    kind: 'wasm',
    buffer(wanted) {
      size = Math.max(size, wanted);
      // A survey moves no memory.
      reserve(room() + firstCapacity * 8);
      return new Uint8Array(memory.buffer, start, wanted);
    },
    search: (stretch, already, wanted) => kernel.search(start + stretch.start, start + stretch.end, already, wanted),
    survey(stretch, wanted, kept) {
      const found = kernel.survey(start + stretch.start, start + stretch.end, 0, wanted, kept, room(), firstCapacity);
      const count = kernel.hits();
      return { found, places: () => (count <= firstCapacity ? pairsAt(count) : collect(stretch, kept)) };
    },
    collect,
    collectTokens: (stretch, wanted) =>
      collectAll((room, capacity) => kernel.collectTokens(start + stretch.start, start + stretch.end, wanted, room, capacity)),
    countLineEnds: (stretch) => kernel.countLineEnds(start + stretch.start, start + stretch.end),
    surplusUnits: (stretch) => kernel.surplusUnits(start + stretch.start, start + stretch.end),
    holdsNul: (stretch) => kernel.holdsNul(start + stretch.start, start + stretch.end) !== 0,
    unpacker: (wanted, overlap) => ({
      padding: OUTPUT_PADDING,
      inflate: (source, target) => kernel.inflate(start + source.start, start + source.end, start + target.start, target.end - target.start, tables) !== 0,
      patch(base, delta, target, already) {
        const found = kernel.patch(
          start + base.start, start + base.end, start + delta.start, start + delta.end, start + target.start, start + target.end,
          overlap, already, already === -1 ? 0 : wanted, copies,
        );
        return found === -1 ? undefined : found | 0;
      },
      treeIds(tree, idBytes, isPatched) {
        const count = kernel.treeIds(start + tree.start, start + tree.end, idBytes, isPatched ? 1 : 0, start, ids);
        return count === -1 ? undefined : new Uint32Array(memory.buffer, ids, count);
      },
    }),
  };
}
