import submitGuard from '../../src/rspack.ts';
import type { Bundler } from './bundler.ts';
import { importOnDemand } from './on-demand.ts';
import { configurationOf, run } from './webpack-like.ts';

interface Rspack {
  (configuration: object, done?: Parameters<Parameters<typeof run>[0]>[0]): unknown;
  readonly DefinePlugin: new (define: object) => object;
}

/** `undefined` where it cannot be had. */
export const rspackOf = ((await importOnDemand('@rspack/core', '2.3.3', 'dist/index.js')) as { readonly rspack: Rspack } | undefined)?.rspack;

/** `undefined` where it cannot be had. */
export const rspack: Bundler | undefined = rspackOf && {
  name: 'rspack',
  plugin: submitGuard,
  build: (query) => {
    const { define = {}, guard = {}, shared } = query;
    const plugins: object[] = [new rspackOf.DefinePlugin(define), ...(guard === false ? [] : [shared ?? submitGuard(guard)])];
    return run((done) => rspackOf({ ...configurationOf(query), plugins }, done));
  },
};
