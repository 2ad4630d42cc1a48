import { randomBytes } from 'node:crypto';
import type { Config } from '../../src/configs/config.ts';
import { defaultConfig } from '../../src/configs/config.ts';
import { createEngine } from '../../src/pipeline/create-engine.ts';
import type { Engine } from '../../src/pipeline/engine.ts';

/** A key that nobody has ever issued. */
export function makeKey(): string {
  return randomBytes(20).toString('hex');
}

/** A line that holds a key and all the evidence against it. */
export function lineWith(key: string): string {
  return `ATOMYX_SUBMIT_API_KEY=${key}`;
}

/** The engine that the command line would use without a configuration. */
export function engine(config: Partial<Config> = {}): Engine {
  return createEngine({ config: { ...defaultConfig, ...config }, configFolder: '/', root: '/', known: { keys: [], fingerprints: undefined } }, { cwd: '/' });
}
