import { writeFileSync } from 'node:fs';
import submitGuard from '../../src/farm.ts';
import type { Bundler } from './bundler.ts';
import { importOnDemand } from './on-demand.ts';

interface Farm {
  build(configuration: object): Promise<void>;
}

/** Says it to us: Farm's own ends the process after an error. */
function loggerFor(words: string[]): object {
  const say = (message: unknown): void => void words.push(String(message));
  return new Proxy({}, {
    get: (_, method) => (method !== 'error' ? say : (message: unknown) => {
      throw new Error(String(message));
    }),
  });
}

/** `undefined` where it cannot be had. */
export const farm: Bundler | undefined = await (async () => {
  const exported = (await importOnDemand('@farmfe/core', '1.7.11', 'dist/index.js')) as Farm | undefined;
  if (exported === undefined) return undefined;
  const build: Bundler['build'] = async ({ root, minify = false, map = 'none', define = {}, server = false, guard = {}, shared }) => {
    const words: string[] = [];
    writeFileSync(`${root}/farm.config.mjs`, 'export default {};');
    await exported.build({
      root,
      configPath: `${root}/farm.config.mjs`,
      logger: loggerFor(words),
      compilation: {
        input: { index: './src/main.js' },
        output: { path: 'dist', targetEnv: server ? 'node' : 'browser' },
        define,
        minify,
        sourcemap: map === 'external' ? true : map === 'inline' ? 'inline' : false,
        persistentCache: false,
        presetEnv: false,
        progress: false,
      },
      plugins: guard === false ? [] : [(shared ?? submitGuard(guard)) as never],
    });
    return words.join('\n');
  };
  return { name: 'farm', plugin: submitGuard, build };
})();
