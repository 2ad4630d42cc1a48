/**
 * Builds a project for browsers, minified and with source maps. Its entry is `src/main.js`, and `dist` the output.
 *
 * @type {Readonly<Record<string, (root: string, plugins: readonly unknown[]) => Promise<unknown>>>}
 */
export const builds = {
  async vite(root, plugins) {
    const { build } = await import('vite');
    await build({ root, configFile: false, logLevel: 'silent', plugins, build: { sourcemap: true, rolldownOptions: { input: `${root}/src/main.js` } } });
  },
  async rolldown(root, plugins) {
    const { build } = await import('rolldown');
    await build({ cwd: root, input: 'src/main.js', logLevel: 'silent', platform: 'browser', plugins, output: { dir: `${root}/dist`, minify: true, sourcemap: true } });
  },
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
