import { build } from 'esbuild';
import submitGuard from '../../src/esbuild.ts';
import type { Bundler } from './bundler.ts';

export const esbuild: Bundler = {
  name: 'esbuild',
  plugin: submitGuard,
  async build({ root, minify = false, map = 'none', define = {}, server = false, guard = {}, shared }) {
    const { warnings } = await build({
      absWorkingDir: root,
      entryPoints: ['src/main.js'],
      bundle: true,
      outdir: 'dist',
      format: 'esm',
      platform: server ? 'node' : 'browser',
      minify,
      sourcemap: map === 'external' ? 'linked' : map === 'inline' ? 'inline' : false,
      define,
      logLevel: 'silent',
      plugins: guard === false ? [] : [(shared ?? submitGuard(guard)) as never],
    });
    return warnings.map(({ text }) => text).join('\n');
  },
};
