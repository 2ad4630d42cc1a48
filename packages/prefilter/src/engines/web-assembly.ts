/** The part of the WebAssembly interface in use. Node has it; the types that we compile with do not declare it. */
export interface WebAssemblyInterface {
  validate(bytes: Uint8Array<ArrayBuffer>): boolean;
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  readonly Instance: new (module: object, imports: Record<string, Record<string, unknown>>) => {
    readonly exports: unknown;
  };
  readonly Memory: new (size: { readonly initial: number }) => WebAssemblyMemory;
}

export interface WebAssemblyMemory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

/** `undefined` where Node runs without WebAssembly (`--jitless`). */
export const webAssembly = (globalThis as { readonly WebAssembly?: WebAssemblyInterface }).WebAssembly;
