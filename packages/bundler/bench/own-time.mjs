import { existsSync, readFileSync } from 'node:fs';

/** What the kernel says of this thread: nanoseconds on a processor come first. Linux has it. */
const account = `/proc/self/task/${process.pid}/schedstat`;
const isToldByThread = existsSync(account);

/** Processor time so far, in milliseconds: of this thread, or of the process where nobody tells them apart. */
function processorTime() {
  if (isToldByThread) return Number(readFileSync(account, 'utf8').split(' ', 1)[0]) / 1e6;
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** The start of a build with what it leaves to be done while the bundler works, which could not be told from the bundler's work there. */
function untilOpened({ buildStart, buildEnd }) {
  return async function begin(...args) {
    await buildStart.apply(this, args);
    await buildEnd.call(this);
  };
}

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
    const hooks = Object.entries(plugin).map(([name, hook]) => {
      if (!['configResolved', 'buildStart', 'generateBundle'].includes(name)) return [name, hook];
      if (name === 'buildStart' && plugin.buildEnd !== undefined) return [name, this.#within(untilOpened(plugin))];
      return [name, typeof hook === 'function' ? this.#within(hook) : { ...hook, handler: this.#within(hook.handler) }];
    });
    return Object.fromEntries(hooks);
  }

  #withinBuild(build) {
    const hooks = Object.fromEntries(['onStart', 'onEnd'].map((name) => [name, (hook) => build[name](this.#within(hook))]));
    return { ...build, ...hooks };
  }

  #within(hook) {
    const measure = (run) => this.of(run);
    return function measured(...args) {
      return measure(() => hook.apply(this, args));
    };
  }
}
