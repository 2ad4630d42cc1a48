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
  readonly buildStart: { handler(this: BundleContext & ViteEnvironment): Promise<void> };
  readonly generateBundle: {
    readonly order: 'post';
    handler(this: BundleContext & ViteEnvironment, options: OutputPlace, bundle: object): Promise<void>;
  };
}

/** Hooks for Vite's builds and the configuration of its server. */
export function viteHooks(builds: ViteBuilds): ViteHooks {
  return {
    configResolved: (config) => open(builds.begin(config)),
    buildStart: {
      async handler() {
        const build = builds.ofHook(this);
        const { command, publicDir, build: { copyPublicDir } } = build.config;
        if (command === 'serve' || publicDir === '' || copyPublicDir === false || isServer(build, this)) return;
        await tell(build.guard, this, await build.guard.checkFiles(filesBelow(publicDir)));
      },
    },
    generateBundle: {
      order: 'post',
      async handler(options, bundle) {
        const build = builds.ofHook(this);
        if (!isServer(build, this)) await checkBundle(build.guard, this, options, bundle as Bundle);
      },
    },
  };
}

function isServer({ guard, config }: ViteBuild, { environment }: ViteEnvironment): boolean {
  return guard.isServer(environment === undefined ? config.build.ssr !== false : environment.config.consumer === 'server');
}

/**
 * Opens a project of Vite and checks what its configuration hands to browsers.
 *
 * @throws {LeakError} where that is a key.
 */
async function open({ guard, config }: ViteBuild): Promise<void> {
  const { root, envDir, logger, build } = config;
  await guard.open({ root, envFolders: envDir === false ? [] : [envDir] });
  if (guard.unread !== undefined) logger.warn(guard.unread);
  if (guard.isServer(build.ssr !== false)) return;
  await guard.refuse(await guard.checkSettings(settingsIn(config)), ({ message }) => logger.warn(message));
}

/** What the code of browsers gets from a configuration: constants, and variables with a public prefix. */
function settingsIn({ env, define, environments = {} }: ViteConfig): readonly Setting[] {
  const client = Object.values(environments).filter(({ consumer }) => consumer === 'client').flatMap((environment) => settingsOf('vite.config define', environment.define));
  const shared = settingsOf('vite.config define', define);
  const own = client.filter(({ name }) => !shared.some((setting) => setting.name === name));
  return [...settingsOf('import.meta.env', env), ...shared, ...own];
}
