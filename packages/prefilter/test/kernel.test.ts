import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compilePrefilter, loadPrefilter } from '../src/index.ts';
import { bytesOf, kernelBuild } from './engines.ts';

interface WebAssemblyModules {
  readonly Module: {
    new (bytes: Uint8Array): object;
    imports(module: object): readonly { readonly module: string; readonly name: string; readonly kind: string }[];
  };
}

const literals = [{ bytes: bytesOf('atomyx'), ignoreCase: true, group: 0 }];

describe('the kernel', () => {
  it('is what its sources make', async () => {
    const built = readFileSync(new URL('../dist/kernel.wasm', import.meta.url));
    expect(Buffer.compare(built, await kernelBuild.compileKernel())).toBe(0);
  });

  it('is small, and can reach nothing but its memory and one function', async () => {
    const binary = await kernelBuild.buildKernel();
    expect(binary.length).toBeLessThan(16_384);
    const { Module } = (globalThis as unknown as { WebAssembly: WebAssemblyModules }).WebAssembly;
    expect(Module.imports(new Module(binary)).map(({ module, name, kind }) => `${module}.${name}: ${kind}`)).toEqual([
      'env.enough: function', 'env.memory: memory',
    ]);
  });

  it('gives way to plain JavaScript where the environment says so', () => {
    const compiled = compilePrefilter(literals);
    expect(compiled.engine).toBe('wasm');
    process.env['SUBMIT_GUARD_NO_WASM'] = '1';
    try {
      expect(compilePrefilter(literals).engine).toBe('plain');
      expect(() => loadPrefilter(compiled)).toThrow(/compiled for WebAssembly/);
    } finally {
      delete process.env['SUBMIT_GUARD_NO_WASM'];
    }
  });

  it('is not needed for an image that was made for plain JavaScript', () => {
    process.env['SUBMIT_GUARD_NO_WASM'] = '1';
    const compiled = compilePrefilter(literals);
    delete process.env['SUBMIT_GUARD_NO_WASM'];
    expect(loadPrefilter(compiled).groupsIn(bytesOf('Atomyx'))).toBe(1);
  });
});
