import { readFileSync } from 'node:fs';

/**
 * The compiled kernel, or `undefined` where it was not built. This version serves the sources, in tests; the build
 * replaces its compiled form by one that holds the kernel itself, so that a bundle of the package is one file.
 */
export function kernelBinary(): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(readFileSync(new URL('../../dist/kernel.wasm', import.meta.url)));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
