/** Compiles the kernel to `dist/kernel.wasm`, unless it is there and nothing has changed. */
export function buildKernel(): Promise<Uint8Array>;
/** Compiles the kernel now. */
export function compileKernel(): Promise<Uint8Array>;
