import type { CompileOptions, EngineKind, Literal, Prefilter, SearchOptions } from '../src/index.ts';
import { createPrefilter } from '../src/index.ts';
import { buildKernel } from '../assembly/build-kernel.mjs';

// The tests run on the sources; a fresh clone has no kernel yet.
await buildKernel();

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
