import { pluginName } from './builds/plugin-name.ts';
import type { ViteServerHooks } from './bundlers/vite-server.ts';
import { viteServer } from './bundlers/vite-server.ts';
import type { ViteHooks } from './bundlers/vite.ts';
import { viteHooks } from './bundlers/vite.ts';
import { ViteBuilds } from './bundlers/vite-builds.ts';
import type { Options } from './settings/options.ts';

/** A plugin of Vite. */
export interface VitePlugin extends ViteHooks {
  readonly name: string;
  readonly enforce: 'post';
}

/**
 * The plugin for Vite: one for builds, and one for its development server.
 *
 * @throws TypeError where an option is none.
 */
export default function submitGuard(options?: Options): [VitePlugin, ViteServerHooks] {
  const builds = new ViteBuilds(options);
  return [{ name: pluginName, enforce: 'post', ...viteHooks(builds) }, viteServer(builds)];
}
