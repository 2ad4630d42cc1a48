import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Guard } from '../guards/guard.ts';
import type { Leak } from '../leaks/leak.ts';
import { settingsOf } from '../settings/setting.ts';
import { filesBelow, ownFilesBelow } from './public-files.ts';

/** What is looked at of Next.js's configuration. */
export interface NextConfig {
  readonly env?: unknown;
  readonly publicRuntimeConfig?: unknown;
  readonly webpack?: ((config: WebpackConfig, context: WebpackContext) => WebpackConfig) | null;
  readonly compiler?: { readonly runAfterProductionCompile?: AfterCompile };
}

export interface WebpackConfig {
  plugins?: unknown[];
}

export interface WebpackContext {
  readonly isServer: boolean;
}

export type AfterCompile = (compiled: Compiled) => unknown;

interface Compiled {
  readonly projectDir: string;
  readonly distDir: string;
}

/** Phases in which code for browsers is made. `next start` makes none. */
const phases = new Set(['phase-production-build', 'phase-development-server', 'phase-export']);

/**
 * Checks what a configuration hands to browsers and what is served as it is, and adds the checks of what is built.
 *
 * @param root - absolute path of the project.
 * @param webpackPlugin - makes the plugin for webpack; Turbopack, which takes none, sets `TURBOPACK`.
 * @throws {LeakError} where a key is handed to browsers.
 */
export async function guardedConfig<Config extends NextConfig>(guard: Guard, config: Config, phase: string, root: string, webpackPlugin: () => unknown): Promise<Config> {
  if (!phases.has(phase)) return config;
  guard.begin({ root });
  await tell(guard, [
    ...await guard.checkSettings([...settingsOf('next.config env', config.env), ...settingsOf('next.config publicRuntimeConfig', config.publicRuntimeConfig)]),
    ...await guard.checkFiles(filesBelow(join(guard.root, 'public'))),
  ]);
  const usesTurbopack = (process.env['TURBOPACK'] ?? '') !== '';
  return usesTurbopack ? { ...config, compiler: { ...config.compiler, runAfterProductionCompile: afterCompile(guard, config) } } : { ...config, webpack: withPlugin(config, webpackPlugin) };
}

function withPlugin({ webpack }: NextConfig, webpackPlugin: () => unknown): NextConfig['webpack'] {
  return (config, context) => {
    const own = webpack?.(config, context) ?? config;
    return context.isServer ? own : { ...own, plugins: [...own.plugins ?? [], webpackPlugin()] };
  };
}

/** What Turbopack has built for browsers is there already, and not deployed yet: a file with a key is deleted with its source map. */
function afterCompile(guard: Guard, { compiler }: NextConfig): AfterCompile {
  return async (compiled) => {
    await compiler?.runAfterProductionCompile?.(compiled);
    const outputs = filesBelow(join(compiled.distDir, 'static'));
    const leaks = await guard.checkOutputs({ outputs, modulesOf: () => ownFilesBelow(compiled.projectDir).map((file) => ({ file })) });
    const verdict = await guard.verdictOn(leaks);
    if (verdict?.isFatal === true) for (const path of new Set(leaks.flatMap((leak) => leak.outputs.map((place) => place.path)))) removeWithMap(join(guard.root, path));
    await tell(guard, leaks);
  };
}

function removeWithMap(file: string): void {
  for (const path of [file, `${file}.map`]) if (existsSync(path)) rmSync(path);
}

async function tell(guard: Guard, leaks: readonly Leak[]): Promise<void> {
  const unread = await guard.unread();
  const told = unread === undefined ? [] : [unread];
  await guard.refuse(leaks, ({ message }) => told.push(message));
  for (const words of told) process.stderr.write(`${words}\n`);
}
