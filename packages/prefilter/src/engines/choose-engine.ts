import type { BucketPlanner } from '../images/teddy-tables.ts';
import { planBucketsWith } from './bucket-planner.ts';
import type { Engine, Enough } from './engine.ts';
import { kernelBinary } from './kernel-binary.ts';
import { createPlainEngine } from './plain-engine.ts';
import { usableWebAssembly } from './simd-support.ts';
import { createWasmEngine } from './wasm-engine.ts';

/** An engine that can run here. */
export interface EngineChoice {
  readonly kind: Engine['kind'];
  /** Shares literals out to the buckets of Teddy; only where the engine has it. */
  readonly planBuckets?: BucketPlanner;
  /** Starts the engine on an image that was made for its kind. */
  start(image: Uint8Array, enough: Enough): Engine;
}

/** The kernel where it can run, plain JavaScript elsewhere. */
export function chooseEngine(): EngineChoice {
  const wasm = usableWebAssembly();
  const binary = wasm === undefined ? undefined : kernelBinary();
  if (wasm === undefined || binary === undefined) return { kind: 'plain', start: createPlainEngine };
  return {
    kind: 'wasm',
    planBuckets: (literals) => planBucketsWith(wasm, binary, literals),
    start: (image, enough) => createWasmEngine(wasm, binary, image, enough),
  };
}
