import { createUnplugin } from 'unplugin';
import type { UnpluginInstance, UnpluginOptions } from 'unplugin';
import { guardBuild } from './bundlers/esbuild.ts';
import type { EsbuildBuild } from './bundlers/esbuild.ts';
import { farmHooks } from './bundlers/farm.ts';
import { rollupHooks } from './bundlers/rollup.ts';
import { viteServer } from './bundlers/vite-server.ts';
import { viteHooks } from './bundlers/vite.ts';
import type { Compiler } from './bundlers/webpack-types.ts';
import { guardCompiler } from './bundlers/webpack.ts';
import { Guard } from './guards/guard.ts';
import type { Options } from './settings/options.ts';

const name = 'submit-guard';

/** The plugin for every bundler; the entry points hand on one each. No hook looks at modules while they are built: that would cost. */
export const submitGuard: UnpluginInstance<Options | undefined> = createUnplugin<Options | undefined>((options, { framework }) => {
  const guard = new Guard(options);
  const plugin = { name, enforce: 'post', ...hooksFor(framework, guard) } as UnpluginOptions;
  return framework === 'vite' ? [plugin, { name: `${name}:serve`, vite: viteServer(guard) } as UnpluginOptions] : plugin;
});

/** Hooks of a bundler. They say in types of their own what they need, so that no bundler has to be installed for another one. */
function hooksFor(framework: string, guard: Guard): object {
  switch (framework) {
    case 'vite':
      return { vite: viteHooks(guard) };
    case 'rollup':
    case 'rolldown':
      return { [framework]: rollupHooks(guard) };
    case 'webpack':
    case 'rspack':
      return { [framework]: (compiler: Compiler) => guardCompiler(guard, compiler) };
    case 'esbuild':
      return { esbuild: { setup: (build: EsbuildBuild) => guardBuild(guard, build) } };
    case 'farm':
      return { farm: farmHooks(guard) };
    default:
      throw new TypeError(`unplugin-submit-guard knows nothing of ${framework}. \`submit-guard scan\` checks what it builds.`);
  }
}
