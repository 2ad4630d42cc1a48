import { webAssembly } from './web-assembly.ts';

/** A module with one function that returns the vector `i8x16.splat(0)`; valid only where 128-bit SIMD is there. */
const probe = Uint8Array.of(
  0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00, // magic number and version
  0x01, 0x05, 0x01, 0x60, 0x00, 0x01, 0x7b, // types: () -> v128
  0x03, 0x02, 0x01, 0x00, // functions: one of type 0
  0x0a, 0x08, 0x01, 0x06, 0x00, 0x41, 0x00, 0xfd, 0x0f, 0x0b, // code: i32.const 0; i8x16.splat; end
);

/** WebAssembly if it is there, has 128-bit SIMD, and `SUBMIT_GUARD_NO_WASM=1` in the environment does not forbid it. */
export function usableWebAssembly(): typeof webAssembly {
  if (process.env['SUBMIT_GUARD_NO_WASM'] === '1') return undefined;
  return webAssembly?.validate(probe) ? webAssembly : undefined;
}
