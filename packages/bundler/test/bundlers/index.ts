import type { Bundler } from './bundler.ts';
import { esbuild } from './esbuild.ts';
import { farm } from './farm.ts';
import { rolldown } from './rolldown.ts';
import { rollup } from './rollup.ts';
import { rspack } from './rspack.ts';
import { vite } from './vite.ts';
import { webpack } from './webpack.ts';

/** Every bundler that can be had here. */
export const bundlers: readonly Bundler[] = [vite, rollup, rolldown, webpack, rspack, esbuild, farm].filter((bundler) => bundler !== undefined);
