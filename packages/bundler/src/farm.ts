import { pluginName } from './builds/plugin-name.ts';
import type { FarmHooks } from './bundlers/farm.ts';
import { farmHooks } from './bundlers/farm.ts';
import type { Options } from './settings/options.ts';

/** A plugin of Farm. */
export interface FarmPlugin extends FarmHooks {
  readonly name: string;
  readonly priority: number;
}

/** Behind plugins that say nothing of it, which have 100. */
const late = 98;

/**
 * The plugin for Farm.
 *
 * @throws TypeError where an option is none.
 */
export default function submitGuard(options?: Options): FarmPlugin {
  return { name: pluginName, priority: late, ...farmHooks(options) };
}
