const vite = (sourcemap) => async (root, plugins) => {
  const { build } = await import('vite');
  await build({ root, configFile: false, logLevel: 'silent', plugins, build: { sourcemap, rolldownOptions: { input: `${root}/src/main.js` } } });
};

const rolldown = (sourcemap) => async (root, plugins) => {
  const { build } = await import('rolldown');
  await build({ cwd: root, input: 'src/main.js', logLevel: 'silent', platform: 'browser', plugins, output: { dir: `${root}/dist`, minify: true, sourcemap } });
};

/**
 * Builds a project for browsers, minified and with source maps, but for `-without-maps`. Its entry is `src/main.js`, and `dist` the output.
 *
 * @type {Readonly<Record<string, (root: string, plugins: readonly unknown[]) => Promise<unknown>>>}
 */
export const builds = {
  vite: vite(true),
  'vite-without-maps': vite(false),
  rolldown: rolldown(true),
  'rolldown-without-maps': rolldown(false),
  async esbuild(root, plugins) {
    const { build } = await import('esbuild');
    await build({ absWorkingDir: root, entryPoints: ['src/main.js'], bundle: true, minify: true, sourcemap: true, outdir: 'dist', format: 'esm', logLevel: 'silent', plugins });
  },
  async webpack(root, plugins) {
    const { default: webpack } = await import('webpack');
    const configuration = { mode: 'production', context: root, entry: './src/main.js', devtool: 'source-map', output: { path: `${root}/dist` }, plugins, ignoreWarnings: [/./] };
    await new Promise((resolve, reject) => {
      webpack(configuration, (error, stats) => (error || stats.hasErrors() ? reject(error ?? new Error(stats.toString('errors-only'))) : resolve(stats)));
    });
  },
};
