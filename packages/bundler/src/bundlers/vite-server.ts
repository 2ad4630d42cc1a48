import { pluginName } from '../builds/plugin-name.ts';
import type { Guard } from '../guards/guard.ts';
import { fileOfModule } from '../origins/source-file.ts';
import { filesBelow } from './public-files.ts';
import type { ViteConfig, ViteEnvironment } from './vite.ts';

/** A plugin of Vite that its development server alone has. */
export interface ViteServerHooks {
  readonly name: string;
  readonly apply: 'serve';
  readonly enforce: 'post';
  configResolved(config: ViteConfig): void;
  configureServer(): Promise<void>;
  transform(this: ViteEnvironment & { warn(message: string): void }, code: string, id: string, options?: { readonly ssr?: boolean }): Promise<null>;
  transformIndexHtml(html: string, context: { readonly filename: string }): Promise<void>;
}

/** A module whose error Vite shows in the browser: it takes the code along, unless the error has some. */
const noCode = '(not shown)';

/**
 * A plugin for Vite's development server, where nothing is written: modules and pages are checked when they are served.
 *
 * @param guard - the one of the build plugin, which opens the project.
 */
export function viteServer(guard: Guard): ViteServerHooks {
  let config: ViteConfig | undefined;
  const check = async (warn: (message: string) => void, file: string, code: string): Promise<void> => {
    const verdict = await guard.verdictOn(await guard.checkModules([{ file, code: () => code }]));
    if (verdict?.isFatal === true) throw Object.assign(verdict.error, { plugin: pluginName, pluginCode: noCode });
    if (verdict !== undefined) warn(verdict.error.message);
  };
  return {
    name: `${pluginName}:serve`,
    apply: 'serve',
    enforce: 'post',
    configResolved(resolved) {
      config = resolved;
    },
    async configureServer() {
      if (config === undefined || config.publicDir === '' || guard.isServer(false)) return;
      const { logger } = config;
      await guard.refuse(await guard.checkFiles(filesBelow(config.publicDir)), ({ message }) => logger.warn(message));
    },
    async transform(code, id, options) {
      const seemsServer = this.environment === undefined ? options?.ssr === true : this.environment.config.consumer === 'server';
      if (!guard.isServer(seemsServer)) await check((message) => this.warn(message), fileOfModule(id), code);
      return null;
    },
    async transformIndexHtml(html, { filename }) {
      if (!guard.isServer(false)) await check((message) => config?.logger.warn(message), filename, html);
    },
  };
}
