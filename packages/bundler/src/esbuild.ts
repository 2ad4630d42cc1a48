import { pluginName } from './builds/plugin-name.ts';
import type { EsbuildBuild } from './bundlers/esbuild.ts';
import { guardBuild } from './bundlers/esbuild.ts';
import { Guard } from './guards/guard.ts';
import type { Options } from './settings/options.ts';

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
  const guard = new Guard(options);
  return { name: pluginName, setup: (build) => guardBuild(guard, build) };
}
