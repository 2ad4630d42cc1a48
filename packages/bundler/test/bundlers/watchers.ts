import { context } from 'esbuild';
import type { PluginBuild } from 'esbuild';
import { watch as watchRolldown } from 'rolldown';
import { watch as watchRollup } from 'rollup';
import { onTestFinished } from 'vitest';
import { build as buildVite } from 'vite';
import webpackOf from 'webpack';
import type { Bundler } from './bundler.ts';
import { esbuild } from './esbuild.ts';
import { rolldown } from './rolldown.ts';
import { rollup } from './rollup.ts';
import { rspack, rspackOf } from './rspack.ts';
import { vite } from './vite.ts';
import { configurationOf } from './webpack-like.ts';
import { webpack } from './webpack.ts';

/** Is told of every build: the number of its project, and whether it was refused. */
type Told = (project: number, isRefused: boolean) => void;

/** A bundler that builds again when a file changes. */
export interface Watcher extends Bundler {
  /** Begins to watch projects, all of them at a time, until the test ends. */
  readonly watch: (roots: readonly string[], shared: object, told: Told) => Promise<void>;
}

/** What Rollup and Rolldown give for a configuration that is watched. */
interface EventSource {
  on(event: 'event', listener: (event: { readonly code: string; readonly result?: { close(): unknown } | null }) => void): unknown;
  close(): unknown;
}

function listen(watcher: EventSource, told: (isRefused: boolean) => void): void {
  onTestFinished(async () => {
    await watcher.close();
  });
  watcher.on('event', ({ code, result }) => {
    if (code !== 'ERROR' && code !== 'BUNDLE_END') return;
    told(code === 'ERROR');
    void result?.close();
  });
}

interface MultiCompiler {
  readonly compilers: readonly { readonly hooks: { readonly done: { tap(name: string, hook: (stats: { hasErrors(): boolean }) => void): void } } }[];
  watch(options: object, done: () => void): { close(done: () => void): void };
}

/** For webpack and Rspack: one compiler of several. */
function watchCompilers(start: (configurations: object[]) => unknown): Watcher['watch'] {
  return (roots, shared, told) => {
    const configurations = roots.map((root) => ({ ...configurationOf({ root }), plugins: [shared], infrastructureLogging: { level: 'none' } }));
    const multiple = start(configurations) as MultiCompiler;
    multiple.compilers.forEach((compiler, index) => compiler.hooks.done.tap('test', (stats) => told(index, stats.hasErrors())));
    const watching = multiple.watch({ aggregateTimeout: 20 }, () => undefined);
    onTestFinished(() => new Promise((resolve) => {
      watching.close(resolve);
    }));
    return Promise.resolve();
  };
}

/** Every bundler that watches and can be had here. Farm watches for its development server alone. */
export const watchers: readonly Watcher[] = [
  {
    ...vite,
    async watch(roots, shared, told) {
      await Promise.all(roots.map(async (root, index) => {
        const options = { root, configFile: false as const, logLevel: 'silent' as const, plugins: [shared as never], build: { watch: {}, rolldownOptions: { input: `${root}/src/main.js` } } };
        listen(await buildVite(options) as unknown as EventSource, (isRefused) => told(index, isRefused));
      }));
    },
  },
  {
    ...rollup,
    watch(roots, shared, told) {
      for (const [index, root] of roots.entries()) listen(watchRollup({ input: `${root}/src/main.js`, plugins: [shared as never], output: { dir: `${root}/dist` } }), (isRefused) => told(index, isRefused));
      return Promise.resolve();
    },
  },
  {
    ...rolldown,
    watch(roots, shared, told) {
      for (const [index, root] of roots.entries()) listen(watchRolldown({ cwd: root, input: 'src/main.js', logLevel: 'silent', platform: 'browser', plugins: [shared as never], output: { dir: `${root}/dist` } }), (isRefused) => told(index, isRefused));
      return Promise.resolve();
    },
  },
  { ...webpack, watch: watchCompilers((configurations) => webpackOf(configurations)) },
  ...(rspack === undefined ? [] : [{ ...rspack, watch: watchCompilers((configurations) => rspackOf?.(configurations)) }]),
  {
    ...esbuild,
    async watch(roots, shared, told) {
      await Promise.all(roots.map(async (root, index) => {
        const teller = { name: 'teller', setup: (building: PluginBuild) => building.onEnd(({ errors }) => told(index, errors.length > 0)) };
        const building = await context({ absWorkingDir: root, entryPoints: ['src/main.js'], bundle: true, outdir: 'dist', logLevel: 'silent', plugins: [shared as never, teller] });
        onTestFinished(() => building.dispose());
        await building.watch();
      }));
    },
  },
];
