import type { RollupPlugin } from './bundlers/rollup.ts';
import { rollupPlugin } from './bundlers/rollup.ts';
import type { Options } from './settings/options.ts';

/**
 * The plugin for Rolldown.
 *
 * @throws TypeError where an option is none.
 */
export default function submitGuard(options?: Options): RollupPlugin {
  return rollupPlugin(options);
}
