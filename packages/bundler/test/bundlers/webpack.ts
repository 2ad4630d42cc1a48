import webpackOf from 'webpack';
import type { WebpackPluginInstance } from 'webpack';
import submitGuard from '../../src/webpack.ts';
import type { Bundler } from './bundler.ts';
import { configurationOf, run } from './webpack-like.ts';

export const webpack: Bundler = {
  name: 'webpack',
  plugin: submitGuard,
  build: (query) => {
    const { define = {}, guard = {}, shared } = query;
    const plugins: WebpackPluginInstance[] = [new webpackOf.DefinePlugin(define), ...(guard === false ? [] : [(shared ?? submitGuard(guard)) as never])];
    return run((done) => webpackOf({ ...configurationOf(query), plugins, infrastructureLogging: { level: 'none' } }, done));
  },
};
