import { LAYOUT_VERSION } from '../images/image-layout.ts';
import type { Enough } from './engine.ts';
import type { WebAssemblyInterface, WebAssemblyMemory } from './web-assembly.ts';

/** What the kernel exports; see `assembly/kernel.ts`. Addresses and sizes in bytes. */
export interface Kernel {
  layoutVersion(): number;
  search(start: number, end: number, already: number, wanted: number): number;
  survey(start: number, end: number, already: number, wanted: number, kept: number, room: number, capacity: number): number;
  /** Of the last survey. */
  hits(): number;
  collect(start: number, end: number, wanted: number, room: number, capacity: number): number;
  collectTokens(start: number, end: number, wanted: number, room: number, capacity: number): number;
  countLineEnds(start: number, end: number): number;
  surplusUnits(start: number, end: number): number;
  /** 0 or 1. */
  holdsNul(start: number, end: number): number;
  /** 0 or 1. */
  inflate(source: number, sourceEnd: number, target: number, size: number, scratch: number): number;
  /** A mask as a 32-bit integer without sign, or -1. */
  patch(
    base: number, baseEnd: number, delta: number, deltaEnd: number, target: number, targetEnd: number,
    overlap: number, already: number, groups: number, copies: number,
  ): number;
  /** A count, or -1. */
  treeIds(start: number, end: number, idBytes: number, isPatched: number, origin: number, room: number): number;
  planBuckets(
    entries: number, count: number, frequencies: number, trigrams: number, trigramsLength: number, room: number,
  ): void;
}

export const pageSize = 65_536;

/** Compiled once for all prefilters of the process. */
let compiled: object | undefined;

/** Starts the kernel on a memory of at least `size` bytes. */
export function startKernel(
  wasm: WebAssemblyInterface, binary: Uint8Array<ArrayBuffer>, size: number, enough: Enough,
): { readonly kernel: Kernel; readonly memory: WebAssemblyMemory } {
  const memory = new wasm.Memory({ initial: Math.ceil(size / pageSize) });
  compiled ??= new wasm.Module(binary);
  const kernel = new wasm.Instance(compiled, { env: { memory, enough } }).exports as Kernel;
  if (kernel.layoutVersion() !== LAYOUT_VERSION) {
    throw new Error('The prefilter kernel does not fit the rest of the package. Build the package again.');
  }
  return { kernel, memory };
}
