import { Guard, notBegun } from '../guards/guard.ts';
import type { Options } from '../settings/options.ts';
import { checkedOptions } from '../settings/options.ts';
import type { ViteConfig, ViteEnvironment } from './vite.ts';

/** A configuration as Vite has resolved it, and the guard of what is built or served with it. */
export interface ViteBuild {
  readonly config: ViteConfig;
  readonly guard: Guard;
}

/** The builds and servers that share a plugin, which may run at the same time: each has a guard of its own. */
export class ViteBuilds {
  readonly #options: Options;
  readonly #builds = new WeakMap<ViteConfig, ViteBuild>();
  readonly #roots = new Set<string>();
  #last: ViteBuild | undefined;

  /** @throws TypeError where an option is none. */
  constructor(options: Options | undefined) {
    this.#options = checkedOptions(options);
  }

  begin(config: ViteConfig): ViteBuild {
    const build = { config, guard: new Guard(this.#options) };
    this.#builds.set(config, build);
    this.#roots.add(config.root);
    this.#last = build;
    return build;
  }

  /** @throws Error where nobody has told of the configuration. */
  of(config: ViteConfig | undefined): ViteBuild {
    const build = config && this.#builds.get(config);
    if (build === undefined) throw notBegun();
    return build;
  }

  /**
   * The build that a hook runs for. Vite says so from version 6 on.
   *
   * @throws Error where it may be any of several.
   */
  ofHook({ environment }: ViteEnvironment): ViteBuild {
    if (environment !== undefined) return this.of(environment.getTopLevelConfig());
    if (this.#roots.size > 1) throw new Error('unplugin-submit-guard cannot tell builds of several projects apart with Vite 5: call `submitGuard()` in every configuration.');
    return this.of(this.#last?.config);
  }
}
