import { pluginName } from '../builds/plugin-name.ts';
import { Guard } from '../guards/guard.ts';
import type { Options } from '../settings/options.ts';
import { checkedOptions } from '../settings/options.ts';
import { settingsOf } from '../settings/setting.ts';
import type { Bundle, BundleContext, OutputPlace } from './rollup-like.ts';
import { checkBundle, runsOnServer, tell } from './rollup-like.ts';

interface InputOptions {
  /** Lists in lists, and promises. */
  readonly plugins?: unknown;
  // What Rolldown has, and Rollup has not.
  readonly cwd?: string;
  readonly platform?: string;
  readonly transform?: { readonly define?: unknown };
}

interface GenerateBundle {
  readonly order: 'post';
  handler(this: BundleContext, options: OutputPlace, bundle: object): Promise<void>;
}

/** The plugin of one build. */
interface BuildPlugin {
  readonly name: string;
  buildStart(this: BundleContext): Promise<void>;
  buildEnd(this: BundleContext, error?: Error): Promise<void>;
  readonly generateBundle: GenerateBundle;
}

/** A plugin of Rollup or Rolldown. Builds that run at the same time may share it: in each of them, one with a guard of its own takes its place. */
export interface RollupPlugin {
  readonly name: string;
  /** Tells the plugin, also where a tool has made a copy of it. */
  readonly api: object;
  options(this: unknown, options: object): Promise<object>;
  readonly generateBundle: GenerateBundle;
}

/** @throws TypeError where an option is none. */
export function rollupPlugin(options: Options | undefined): RollupPlugin {
  checkedOptions(options);
  const api = {};
  return {
    name: pluginName,
    api,
    async options(input: InputOptions) {
      const own = pluginOf(input, new Guard(options));
      const plugins = await flattened(input.plugins);
      return { ...input, plugins: plugins.map((plugin) => ((plugin as Partial<RollupPlugin> | null)?.api === api ? own : plugin)) };
    },
    generateBundle: {
      order: 'post',
      handler() {
        return Promise.reject(new Error('unplugin-submit-guard was not asked for its `options` when this build began: what it makes was not checked.'));
      },
    },
  };
}

function pluginOf({ cwd, platform, transform: { define } = {} }: InputOptions, guard: Guard): BuildPlugin {
  // Rollup says only in the end whether it builds for a server; what it defines is in plugins.
  const isServer = guard.isServer(platform === 'node');
  return {
    name: pluginName,
    async buildStart() {
      if (isServer) return;
      guard.begin({ root: cwd });
      if (define !== undefined) await tell(guard, this, await guard.checkSettings(settingsOf('rolldown.config define', define)));
    },
    async buildEnd(error) {
      const unread = isServer || error !== undefined ? undefined : await guard.unread();
      if (unread !== undefined) this.warn(unread);
    },
    generateBundle: {
      order: 'post',
      async handler(options, items) {
        const bundle = items as Bundle;
        if (!isServer && !guard.isServer(runsOnServer(options, bundle))) await checkBundle(guard, this, options, bundle);
      },
    },
  };
}

async function flattened(plugins: unknown): Promise<readonly unknown[]> {
  const plugin = await plugins;
  return Array.isArray(plugin) ? (await Promise.all(plugin.map(flattened))).flat() : [plugin];
}
