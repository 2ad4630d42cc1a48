import { build, createLogger } from 'vite';
import submitGuard from '../../src/vite.ts';
import type { Bundler } from './bundler.ts';

export const vite: Bundler = {
  name: 'vite',
  plugin: submitGuard,
  async build({ root, minify = false, map = 'none', define = {}, server = false, guard = {}, shared }) {
    const words: string[] = [];
    const logger = createLogger('silent');
    logger.warn = (message) => words.push(message);
    await build({
      root,
      configFile: false,
      customLogger: logger,
      define,
      plugins: guard === false ? [] : [(shared ?? submitGuard(guard)) as never],
      build: {
        minify,
        sourcemap: map === 'external' ? true : map === 'inline' ? 'inline' : false,
        rolldownOptions: { input: `${root}/src/main.js` },
        ...(server && { ssr: true }),
      },
    });
    return words.join('\n');
  },
};
