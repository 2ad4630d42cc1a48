import type { Guard } from '../guards/guard.ts';
import { fileOfModule } from '../origins/source-file.ts';
import { filesBelow } from './public-files.ts';
import type { ViteConfig, ViteEnvironment } from './vite.ts';

interface ViteServerHooks {
  readonly name: string;
  readonly apply: 'serve';
  readonly enforce: 'post';
  configResolved(config: ViteConfig): void;
  configureServer(): void;
  transform(this: ViteEnvironment & { warn(message: string): void }, code: string, id: string, options?: { readonly ssr?: boolean }): null;
  transformIndexHtml(html: string, context: { readonly filename: string }): void;
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
  const check = (warn: (message: string) => void, file: string, code: string): void => {
    const verdict = guard.verdictOn(guard.checkModules([{ file, code: () => code }]));
    if (verdict?.isFatal === true) throw Object.assign(verdict.error, { plugin: 'submit-guard', pluginCode: noCode });
    if (verdict !== undefined) warn(verdict.error.message);
  };
  return {
    name: 'submit-guard:serve',
    apply: 'serve',
    enforce: 'post',
    configResolved(resolved) {
      config = resolved;
    },
    configureServer() {
      if (config === undefined || config.publicDir === '' || guard.isServer(false)) return;
      const { logger } = config;
      guard.refuse(guard.checkFiles(filesBelow(config.publicDir)), ({ message }) => logger.warn(message));
    },
    transform(code, id, options) {
      const seemsServer = this.environment === undefined ? options?.ssr === true : this.environment.config.consumer === 'server';
      if (!guard.isServer(seemsServer)) check((message) => this.warn(message), fileOfModule(id), code);
      return null;
    },
    transformIndexHtml(html, { filename }) {
      if (!guard.isServer(false)) check((message) => config?.logger.warn(message), filename, html);
    },
  };
}
