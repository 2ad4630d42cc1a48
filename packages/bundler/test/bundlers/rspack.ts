import submitGuard from '../../src/rspack.ts';
import type { Bundler } from './bundler.ts';
import { importOnDemand } from './on-demand.ts';
import { configurationOf, run } from './webpack-like.ts';

interface Rspack {
  (configuration: object, done: Parameters<Parameters<typeof run>[0]>[0]): unknown;
  readonly DefinePlugin: new (define: object) => object;
}

/** `undefined` where it cannot be had. */
export const rspack: Bundler | undefined = await (async () => {
  const exported = (await importOnDemand('@rspack/core', '2.3.3', 'dist/index.js')) as { readonly rspack: Rspack } | undefined;
  if (exported === undefined) return undefined;
  const { rspack } = exported;
  const build: Bundler['build'] = (query) => {
    const { define = {}, guard = {} } = query;
    const plugins: object[] = [new rspack.DefinePlugin(define), ...(guard === false ? [] : [submitGuard(guard) as object])];
    return run((done) => rspack({ ...configurationOf(query), plugins }, done));
  };
  return { name: 'rspack', build };
})();
