import esbuild from './esbuild.ts';
import farm from './farm.ts';
import rolldown from './rolldown.ts';
import rollup from './rollup.ts';
import rspack from './rspack.ts';
import vite from './vite.ts';
import webpack from './webpack.ts';

export type { Place } from './builds/build.ts';
export type { Leak } from './leaks/leak.ts';
export { LeakError } from './leaks/leak-error.ts';
export type { Options } from './settings/options.ts';

/** The plugin for every bundler, for programs that choose one at run time; a configuration imports the entry point of its bundler. */
const submitGuard = { vite, rollup, rolldown, webpack, rspack, esbuild, farm };

export default submitGuard;
