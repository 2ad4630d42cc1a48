import { INPUT_PADDING, LAYOUT_VERSION } from '../images/image-layout.ts';
import type { Engine, Enough, Pairs } from './engine.ts';
import type { WebAssemblyInterface } from './web-assembly.ts';

/** What the kernel exports; see `assembly/kernel.ts`. Addresses and sizes in bytes. */
interface Kernel {
  layoutVersion(): number;
  search(start: number, end: number, already: number, wanted: number): number;
  collect(start: number, end: number, wanted: number, room: number, capacity: number): number;
  collectTokens(start: number, end: number, wanted: number, room: number, capacity: number): number;
}

const pageSize = 65_536;
const firstCapacity = 1024;

/** Compiled once for all prefilters of the process. */
let compiled: object | undefined;

/** Runs the kernel. Memory holds the image, then the input, then room for hits. */
export function createWasmEngine(
  wasm: WebAssemblyInterface, binary: Uint8Array<ArrayBuffer>, image: Uint8Array, enough: Enough,
): Engine {
  const start = (image.length + 2 * INPUT_PADDING - 1) & ~(INPUT_PADDING - 1);
  const memory = new wasm.Memory({ initial: Math.ceil((start + pageSize) / pageSize) });
  new Uint8Array(memory.buffer).set(image);
  compiled ??= new wasm.Module(binary);
  const instance = new wasm.Instance(compiled, { env: { memory, enough } });
  const kernel = instance.exports as Kernel;
  if (kernel.layoutVersion() !== LAYOUT_VERSION) {
    throw new Error('The prefilter kernel does not fit the rest of the package. Build the package again.');
  }
  let size = 0;

  const reserve = (end: number): void => {
    const missing = end - memory.buffer.byteLength;
    if (missing > 0) memory.grow(Math.ceil(missing / pageSize));
  };

  /** Repeats a collection with more room until everything fits. */
  const collectAll = (run: (room: number, capacity: number) => number): Pairs => {
    const room = start + size + INPUT_PADDING + ((16 - (size & 15)) & 15);
    let capacity = firstCapacity;
    for (;;) {
      reserve(room + capacity * 8);
      const count = run(room, capacity);
      if (count <= capacity) return { count, words: new Uint32Array(memory.buffer, room, count * 2) };
      capacity = count;
    }
  };

  return {
    kind: 'wasm',
    buffer(wanted) {
      size = Math.max(size, wanted);
      reserve(start + size + INPUT_PADDING);
      return new Uint8Array(memory.buffer, start, wanted);
    },
    search: (length, already, wanted) => kernel.search(start, start + length, already, wanted),
    collect: (length, wanted) =>
      collectAll((room, capacity) => kernel.collect(start, start + length, wanted, room, capacity)),
    collectTokens: (length, wanted) =>
      collectAll((room, capacity) => kernel.collectTokens(start, start + length, wanted, room, capacity)),
  };
}
