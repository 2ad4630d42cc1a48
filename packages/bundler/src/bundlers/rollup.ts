import type { Guard } from '../guards/guard.ts';
import { settingsOf } from '../settings/setting.ts';
import type { Bundle, BundleContext, OutputPlace } from './rollup-like.ts';
import { checkBundle, runsOnServer, tell } from './rollup-like.ts';

/** What Rolldown has of its options, and Rollup has not. */
interface InputOptions {
  readonly platform?: string;
  readonly transform?: { readonly define?: unknown };
}

interface RollupHooks {
  buildStart(this: BundleContext, options: object): Promise<void>;
  readonly generateBundle: {
    readonly order: 'post';
    handler(this: BundleContext, options: OutputPlace, bundle: object): void;
  };
}

/** Hooks for Rollup and Rolldown. */
export function rollupHooks(guard: Guard): RollupHooks {
  let platform: string | undefined;
  return {
    async buildStart(options) {
      const { platform: wanted, transform } = options as InputOptions;
      platform = wanted;
      if (guard.isServer(platform === 'node')) return;
      await guard.open({});
      if (guard.unread !== undefined) this.warn(guard.unread);
      // Rollup does not say yet whether it builds for a server; what it can define is in plugins.
      if (platform !== undefined) tell(guard, this, guard.checkSettings(settingsOf('rolldown.config transform.define', transform?.define)));
    },
    generateBundle: {
      order: 'post',
      handler(options, items) {
        const bundle = items as Bundle;
        if (guard.isServer(platform === 'node' || runsOnServer(options, bundle))) return;
        checkBundle(guard, this, options, bundle);
      },
    },
  };
}
