import type { CompileOptions, EngineKind, Literal, Prefilter, SearchOptions } from '../src/index.ts';
import { createPrefilter } from '../src/index.ts';

/** What the tests use of `assembly/build-kernel.mjs`. */
interface KernelBuild {
  buildKernel(): Promise<Uint8Array>;
  compileKernel(): Promise<Uint8Array>;
}

/** The build of the kernel: a script in JavaScript, without declarations. */
export const kernelBuild = await import(new URL('../assembly/build-kernel.mjs', import.meta.url).href) as KernelBuild;

// The tests run on the sources; a fresh clone has no kernel yet.
await kernelBuild.buildKernel();

export const engines: readonly EngineKind[] = ['wasm', 'plain'];

/** A prefilter that runs on the given engine. */
export function prefilterOn(
  engine: EngineKind, literals: readonly Literal[], options?: CompileOptions & SearchOptions,
): Prefilter {
  const before = process.env['SUBMIT_GUARD_NO_WASM'];
  process.env['SUBMIT_GUARD_NO_WASM'] = engine === 'plain' ? '1' : '0';
  try {
    const prefilter = createPrefilter(literals, options);
    if (prefilter.engine !== engine) throw new Error(`The engine is ${prefilter.engine}, not ${engine}.`);
    return prefilter;
  } finally {
    if (before === undefined) delete process.env['SUBMIT_GUARD_NO_WASM'];
    else process.env['SUBMIT_GUARD_NO_WASM'] = before;
  }
}

export const bytesOf = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));
