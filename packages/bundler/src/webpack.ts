import type { CompilerPlugin } from './bundlers/webpack.ts';
import { compilerPlugin } from './bundlers/webpack.ts';
import type { Options } from './settings/options.ts';

/**
 * The plugin for webpack.
 *
 * @throws TypeError where an option is none.
 */
export default function submitGuard(options?: Options): CompilerPlugin {
  return compilerPlugin(options);
}
