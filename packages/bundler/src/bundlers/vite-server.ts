import { pluginName } from '../builds/plugin-name.ts';
import { fileOfModule } from '../origins/source-file.ts';
import { filesBelow } from './public-files.ts';
import type { ViteBuild, ViteBuilds } from './vite-builds.ts';
import type { ViteConfig, ViteEnvironment } from './vite.ts';

/** A plugin of Vite that its development server alone has. */
export interface ViteServerHooks {
  readonly name: string;
  readonly apply: 'serve';
  readonly enforce: 'post';
  configureServer(server: ViteServer): Promise<void>;
  transform(this: ViteEnvironment & { warn(message: string): void }, code: string, id: string, options?: { readonly ssr?: boolean }): Promise<null>;
  transformIndexHtml(html: string, context: { readonly filename: string; readonly server?: ViteServer }): Promise<void>;
}

interface ViteServer {
  readonly config: ViteConfig;
}

/** A module whose error Vite shows in the browser: it takes the code along, unless the error has some. */
const noCode = '(not shown)';

/**
 * A plugin for Vite's development server, where nothing is written: modules and pages are checked when they are served.
 *
 * @param builds - those of the build plugin, which opens the project.
 */
export function viteServer(builds: ViteBuilds): ViteServerHooks {
  return {
    name: `${pluginName}:serve`,
    apply: 'serve',
    enforce: 'post',
    async configureServer({ config }) {
      const { guard } = builds.of(config);
      if (config.publicDir === '' || guard.isServer(false)) return;
      await guard.refuse(await guard.checkFiles(filesBelow(config.publicDir)), ({ message }) => config.logger.warn(message));
    },
    async transform(code, id, options) {
      const build = builds.ofHook(this);
      const seemsServer = this.environment === undefined ? options?.ssr === true : this.environment.config.consumer === 'server';
      if (!build.guard.isServer(seemsServer)) await check(build, fileOfModule(id), code, (message) => this.warn(message));
      return null;
    },
    async transformIndexHtml(html, { filename, server }) {
      const build = builds.of(server?.config);
      if (!build.guard.isServer(false)) await check(build, filename, html, (message) => build.config.logger.warn(message));
    },
  };
}

async function check({ guard }: ViteBuild, file: string, code: string, warn: (message: string) => void): Promise<void> {
  const verdict = await guard.verdictOn(await guard.checkModules([{ file, code: () => code }]));
  if (verdict?.isFatal === true) throw Object.assign(verdict.error, { plugin: pluginName, pluginCode: noCode });
  if (verdict !== undefined) warn(verdict.error.message);
}
