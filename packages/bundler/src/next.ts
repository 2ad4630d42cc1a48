import type { NextConfig } from './bundlers/next.ts';
import { guardedConfig } from './bundlers/next.ts';
import { Guard } from './guards/guard.ts';
import type { Options } from './settings/options.ts';
import webpack from './webpack.ts';

/** A configuration of Next.js that depends on what it is asked for. */
type ConfigFunction<Config> = (phase: string, context: { readonly defaultConfig: object }) => Config | Promise<Config>;

/**
 * Wraps a configuration of Next.js: builds with webpack are checked before they are written, builds with Turbopack before they are done.
 *
 * @param config - an object or a function, as `next.config` exports it.
 */
export default function withSubmitGuard<Config extends object>(config: Config | ConfigFunction<Config>, options: Options = {}): ConfigFunction<Config> {
  const guard = new Guard(options);
  return async (phase, context) => {
    const written = typeof config === 'function' ? await (config)(phase, context) : config;
    const root = options.root ?? process.cwd();
    return (await guardedConfig(guard, written as NextConfig, phase, root, () => webpack({ ...options, root }))) as Config;
  };
}
