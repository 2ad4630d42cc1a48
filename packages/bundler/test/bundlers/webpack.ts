import webpackOf from 'webpack';
import type { WebpackPluginInstance } from 'webpack';
import submitGuard from '../../src/webpack.ts';
import type { Bundler } from './bundler.ts';
import { configurationOf, run } from './webpack-like.ts';

export const webpack: Bundler = {
  name: 'webpack',
  build: (query) => {
    const { define = {}, guard = {} } = query;
    const plugins: WebpackPluginInstance[] = [new webpackOf.DefinePlugin(define), ...(guard === false ? [] : [submitGuard(guard)])];
    return run((done) => webpackOf({ ...configurationOf(query), plugins, infrastructureLogging: { level: 'none' } }, done));
  },
};
