import type { Guard } from '../guards/guard.ts';
import { settingsOf } from '../settings/setting.ts';
import type { Bundle, BundleContext, OutputPlace } from './rollup-like.ts';
import { checkBundle, runsOnServer, tell } from './rollup-like.ts';

/** What Rolldown has of its options, and Rollup has not. */
interface InputOptions {
  readonly cwd?: string;
  readonly platform?: string;
  readonly transform?: { readonly define?: unknown };
}

export interface RollupHooks {
  options(this: unknown, options: object): null;
  /** Does not wait for the project to be opened, unless there is something to check before the build: the bundler goes on meanwhile. */
  buildStart(this: BundleContext): Promise<void>;
  buildEnd(this: BundleContext, error?: Error): Promise<void>;
  readonly generateBundle: {
    readonly order: 'post';
    handler(this: BundleContext, options: OutputPlace, bundle: object): Promise<void>;
  };
}

/** Hooks for Rollup and Rolldown. */
export function rollupHooks(guard: Guard): RollupHooks {
  let input: InputOptions = {};
  let opening: Promise<void> | undefined;
  return {
    options(options) {
      input = options;
      return null;
    },
    async buildStart() {
      // Rollup says only in the end whether it builds for a server; what it defines is in plugins.
      if (guard.isServer(input.platform === 'node')) return;
      opening = guard.open({ root: input.cwd });
      // Whoever waits for it is told of an error; a build that fails before waits for nothing.
      opening.catch(() => undefined);
      const { define } = input.transform ?? {};
      if (define === undefined) return;
      await opening;
      await tell(guard, this, await guard.checkSettings(settingsOf('rolldown.config define', define)));
    },
    async buildEnd(error) {
      if (opening === undefined || error !== undefined) return;
      await opening;
      if (guard.unread !== undefined) this.warn(guard.unread);
    },
    generateBundle: {
      order: 'post',
      async handler(options, items) {
        const bundle = items as Bundle;
        if (!guard.isServer(input.platform === 'node' || runsOnServer(options, bundle))) await checkBundle(guard, this, options, bundle);
      },
    },
  };
}
