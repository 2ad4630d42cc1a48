import { build } from 'rolldown';
import submitGuard from '../../src/rolldown.ts';
import type { Bundler } from './bundler.ts';

export const rolldown: Bundler = {
  name: 'rolldown',
  plugin: submitGuard,
  async build({ root, minify = false, map = 'none', define = {}, server = false, guard = {}, shared }) {
    const words: string[] = [];
    await build({
      cwd: root,
      input: 'src/main.js',
      platform: server ? 'node' : 'browser',
      transform: { define },
      onLog: (_level, { message }) => words.push(message),
      plugins: guard === false ? [] : [(shared ?? submitGuard({ root, ...guard })) as never],
      output: { dir: `${root}/dist`, minify, sourcemap: map === 'external' ? true : map === 'inline' ? 'inline' : false },
    });
    return words.join('\n');
  },
};
