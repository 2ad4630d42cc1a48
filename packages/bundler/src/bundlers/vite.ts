import type { Guard } from '../guards/guard.ts';
import type { Setting } from '../settings/setting.ts';
import { settingsOf } from '../settings/setting.ts';
import { filesBelow } from './public-files.ts';
import type { Bundle, BundleContext, OutputPlace } from './rollup-like.ts';
import { checkBundle, tell } from './rollup-like.ts';
import type { ViteBuild, ViteBuilds } from './vite-builds.ts';

/** What is looked at of Vite's resolved configuration. */
export interface ViteConfig {
  readonly root: string;
  readonly envDir: string | false;
  readonly command: 'build' | 'serve';
  readonly publicDir: string;
  readonly env: Readonly<Record<string, unknown>>;
  readonly define?: Readonly<Record<string, unknown>> | undefined;
  readonly environments?: Readonly<Record<string, { readonly consumer?: string; readonly define?: Readonly<Record<string, unknown>> | undefined }>>;
  readonly build: { readonly ssr: boolean | string; readonly copyPublicDir?: boolean };
  readonly logger: { warn(message: string): void };
}

/** The environment that a hook runs for, from Vite 6 on. */
export interface ViteEnvironment {
  readonly environment?: { readonly config: { readonly consumer: string }; getTopLevelConfig(): ViteConfig };
}

export interface ViteHooks {
  configResolved(config: ViteConfig): Promise<void>;
  readonly buildStart: { handler(this: BundleContext & ViteEnvironment): void };
  readonly buildEnd: { handler(this: BundleContext & ViteEnvironment, error?: Error): Promise<void> };
  readonly generateBundle: {
    readonly order: 'post';
    handler(this: BundleContext & ViteEnvironment, options: OutputPlace, bundle: object): Promise<void>;
  };
}

/**
 * Hooks for Vite's builds and the configuration of its server. What a configuration hands to browsers is checked when a server starts; in a build when
 * all modules are there, as Rolldown goes through them in other threads while the project is opened.
 */
export function viteHooks(builds: ViteBuilds): ViteHooks {
  return {
    async configResolved(config) {
      const { guard } = builds.begin(config);
      if (config.command === 'build') return;
      begin(guard, config);
      const warn = (message: string): void => config.logger.warn(message);
      const unread = await guard.unread();
      if (unread !== undefined) warn(unread);
      if (!guard.isServer(config.build.ssr !== false)) await guard.refuse(await guard.checkSettings(settingsIn(config)), ({ message }) => warn(message));
    },
    buildStart: {
      handler() {
        const build = builds.ofHook(this);
        if (isBuiltForBrowsers(build, this)) begin(build.guard, build.config);
      },
    },
    buildEnd: {
      async handler(error) {
        const build = builds.ofHook(this);
        if (error !== undefined || !isBuiltForBrowsers(build, this)) return;
        const { guard, config } = build;
        const unread = await guard.unread();
        if (unread !== undefined) this.warn(unread);
        const copied = config.publicDir === '' || config.build.copyPublicDir === false ? [] : filesBelow(config.publicDir);
        await tell(guard, this, [...await guard.checkSettings(settingsIn(config)), ...await guard.checkFiles(copied)]);
      },
    },
    generateBundle: {
      order: 'post',
      async handler(options, bundle) {
        const build = builds.ofHook(this);
        if (isBuiltForBrowsers(build, this)) await checkBundle(build.guard, this, options, bundle as Bundle);
      },
    },
  };
}

function isBuiltForBrowsers({ guard, config }: ViteBuild, { environment }: ViteEnvironment): boolean {
  return config.command === 'build' && !guard.isServer(environment === undefined ? config.build.ssr !== false : environment.config.consumer === 'server');
}

function begin(guard: Guard, { root, envDir }: ViteConfig): void {
  guard.begin({ root, envFolders: envDir === false ? [] : [envDir] });
}

/** What the code of browsers gets from a configuration: constants, and variables with a public prefix. */
function settingsIn({ env, define, environments = {} }: ViteConfig): readonly Setting[] {
  const client = Object.values(environments).filter(({ consumer }) => consumer === 'client').flatMap((environment) => settingsOf('vite.config define', environment.define));
  const shared = settingsOf('vite.config define', define);
  const own = client.filter(({ name }) => !shared.some((setting) => setting.name === name));
  return [...settingsOf('import.meta.env', env), ...shared, ...own];
}
