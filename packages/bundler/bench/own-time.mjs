import { existsSync, readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';

/** What the kernel says of this thread: nanoseconds on a processor come first. Linux has it. */
const account = `/proc/self/task/${process.pid}/schedstat`;
const isToldByThread = existsSync(account);

/** Processor time so far, in milliseconds: of this thread, or of the process where nobody tells them apart. */
function processorTime() {
  if (isToldByThread) return Number(readFileSync(account, 'utf8').split(' ', 1)[0]) / 1e6;
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Hooks that leave something to be done while the bundler works, and for how long it waits here, in milliseconds: else nobody could tell its work from theirs. */
const beginnings = new Set(['buildStart', 'onStart']);
const longEnough = 300;

/**
 * Measures what a plugin takes of a build by itself: the processor time of the thread while one of its hooks runs. Others may work meanwhile, or clear
 * away what the build has left.
 */
export class OwnTime {
  milliseconds = 0;

  async of(run) {
    const start = processorTime();
    try {
      return await run();
    } finally {
      this.milliseconds += processorTime() - start;
    }
  }

  /** A plugin of Vite, Rolldown or esbuild with its hooks measured; others as they are. */
  within(plugin) {
    if (Array.isArray(plugin)) return plugin.map((one) => this.within(one));
    if (plugin.setup !== undefined) return { ...plugin, setup: (build) => plugin.setup(this.#withinBuild(build)) };
    if (plugin.options !== undefined) return { ...plugin, options: async (input) => this.#withinInput(await plugin.options(input), plugin.name) };
    const hooks = Object.entries(plugin).map(([name, hook]) => {
      if (!['configResolved', 'buildStart', 'buildEnd', 'generateBundle'].includes(name)) return [name, hook];
      return [name, typeof hook === 'function' ? this.#within(name, hook) : { ...hook, handler: this.#within(name, hook.handler) }];
    });
    return Object.fromEntries(hooks);
  }

  /** What takes the place of a plugin in a build, by its name. */
  #withinInput(input, name) {
    return { ...input, plugins: input.plugins.map((one) => (one?.name === name ? this.within(one) : one)) };
  }

  #withinBuild(build) {
    const hooks = Object.fromEntries(['onStart', 'onEnd'].map((name) => [name, (hook) => build[name](this.#within(name, hook))]));
    return { ...build, ...hooks };
  }

  #within(name, hook) {
    const measure = (run) => this.of(run);
    return function measured(...args) {
      return measure(async () => {
        const result = await hook.apply(this, args);
        if (beginnings.has(name)) await setTimeout(longEnough);
        return result;
      });
    };
  }
}
