import { pluginName } from './builds/plugin-name.ts';
import type { EsbuildBuild } from './bundlers/esbuild.ts';
import { guardBuild } from './bundlers/esbuild.ts';
import { Guard } from './guards/guard.ts';
import type { Options } from './settings/options.ts';
import { checkedOptions } from './settings/options.ts';

/** A plugin of esbuild. */
export interface EsbuildPlugin {
  readonly name: string;
  setup(build: EsbuildBuild): void;
}

/**
 * The plugin for esbuild.
 *
 * @throws TypeError where an option is none.
 */
export default function submitGuard(options?: Options): EsbuildPlugin {
  checkedOptions(options);
  // Several builds may run at a time and share a plugin: each has a guard of its own.
  return { name: pluginName, setup: (build) => guardBuild(new Guard(options), build) };
}
