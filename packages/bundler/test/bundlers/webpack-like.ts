import type { BuildQuery } from './bundler.ts';

interface Stats {
  hasErrors(): boolean;
  toString(options: 'errors-warnings'): string;
}

/** A configuration that webpack and Rspack both take. */
export function configurationOf({ root, minify = false, map = 'none', server = false }: BuildQuery) {
  return {
    mode: 'production' as const,
    context: root,
    entry: './src/main.js',
    target: server ? 'node' : 'web',
    devtool: map === 'external' ? ('source-map' as const) : map === 'inline' ? ('inline-source-map' as const) : (false as const),
    output: { path: `${root}/dist` },
    optimization: { minimize: minify },
    cache: false as const,
    performance: { hints: false as const },
  };
}

/** Runs one of them, and gives what it says. */
export function run(start: (done: (error: Error | null, stats?: Stats) => void) => unknown): Promise<string> {
  return new Promise((resolve, reject) => {
    start((error, stats) => {
      const words = stats?.toString('errors-warnings') ?? '';
      if (error !== null) reject(error);
      else if (stats?.hasErrors() === true) reject(new Error(words));
      else resolve(words);
    });
  });
}
