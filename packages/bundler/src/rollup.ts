import { pluginName } from './builds/plugin-name.ts';
import type { RollupHooks } from './bundlers/rollup.ts';
import { rollupHooks } from './bundlers/rollup.ts';
import { Guard } from './guards/guard.ts';
import type { Options } from './settings/options.ts';

/** A plugin of Rollup. */
export interface RollupPlugin extends RollupHooks {
  readonly name: string;
}

/**
 * The plugin for Rollup.
 *
 * @throws TypeError where an option is none.
 */
export default function submitGuard(options?: Options): RollupPlugin {
  return { name: pluginName, ...rollupHooks(new Guard(options)) };
}
