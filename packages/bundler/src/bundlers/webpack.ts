import { join } from 'node:path';
import { pluginName } from '../builds/plugin-name.ts';
import type { Build, Module, Output } from '../builds/build.ts';
import { Guard } from '../guards/guard.ts';
import { joinLeaks } from '../leaks/leak.ts';
import { fileOfModule } from '../origins/source-file.ts';
import type { Options } from '../settings/options.ts';
import { checkedOptions } from '../settings/options.ts';
import type { Compilation, Compiler, CompiledModule } from './webpack-types.ts';
import { settingsOfPlugins } from './webpack-settings.ts';

/** Behind everything that changes or adds assets (`Compilation.PROCESS_ASSETS_STAGE_REPORT`). */
const stageOfReports = 5000;

/** A plugin that webpack and Rspack both take. */
export interface CompilerPlugin {
  readonly name: string;
  apply(compiler: Compiler): void;
}

/**
 * Several compilers may run at a time and share a plugin: each has a guard of its own.
 *
 * @throws TypeError where an option is none.
 */
export function compilerPlugin(options: Options | undefined): CompilerPlugin {
  checkedOptions(options);
  return { name: pluginName, apply: (compiler) => guardCompiler(new Guard(options), compiler) };
}

/** Wires a guard into a compiler of webpack or Rspack. */
function guardCompiler(guard: Guard, compiler: Compiler): void {
  const leaking = new WeakSet<object>();
  const checked = new WeakMap<object, Set<string>>();
  const isServer = (): boolean => guard.isServer(runsOnServer(compiler));
  const begin = async (): Promise<void> => {
    if (isServer()) return;
    guard.begin({ root: compiler.context });
    const verdict = await guard.verdictOn(await guard.checkSettings(settingsOfPlugins(compiler.options.plugins)));
    if (verdict?.isFatal === true) throw verdict.error;
    const logger = compiler.getInfrastructureLogger(pluginName);
    for (const words of [await guard.unread(), verdict?.error.message]) if (words !== undefined) logger.warn(words);
  };
  compiler.hooks.beforeRun.tapPromise(pluginName, begin);
  compiler.hooks.watchRun.tapPromise(pluginName, begin);
  compiler.hooks.thisCompilation.tap(pluginName, (compilation) => {
    if (isServer()) return;
    compilation.hooks.processAssets.tapPromise({ name: pluginName, stage: stageOfReports }, async () => {
      const build = buildOf(compilation, compiler.outputPath);
      checked.set(compilation, new Set(build.outputs.map(({ file }) => file)));
      const leaks = await guard.checkOutputs(build);
      const ofModules = await guard.checkModules(modulesIn(compilation));
      const verdict = await guard.verdictOn(joinLeaks([...leaks, ...ofModules.filter((leak) => !leaks.some(({ key }) => key?.fingerprint === leak.key?.fingerprint))]));
      if (verdict === undefined) return;
      if (verdict.isFatal) leaking.add(compilation);
      compilation[verdict.isFatal ? 'errors' : 'warnings'].push(verdict.error);
    });
  });
  // In development, assets are written in spite of errors.
  compiler.hooks.shouldEmit.tap(pluginName, (compilation) => (leaking.has(compilation) ? false : undefined));
  // Plugins of older times add assets at the last moment.
  compiler.hooks.emit.tapPromise({ name: pluginName, stage: Infinity }, async (compilation) => {
    const known = checked.get(compilation);
    if (known === undefined) return;
    const build = buildOf(compilation, compiler.outputPath, known);
    await guard.refuse(await guard.checkOutputs(build), (error) => compilation.warnings.push(error));
  });
}

/** Programs of Electron and NW.js have Node.js, too, but on the machines of those who use them. */
function runsOnServer({ options: { externalsPresets = {} } }: Compiler): boolean {
  const { node, electron, nwjs } = externalsPresets;
  return node === true && electron !== true && nwjs !== true;
}

function buildOf(compilation: Compilation, folder: string, except?: ReadonlySet<string>): Build {
  const names = new Map<string, string>();
  const outputs = compilation.getAssets().flatMap(({ name: asset, source }): Output[] => {
    const file = join(folder, asset.replace(/\?.*$/s, ''));
    if (except?.has(file) === true) return [];
    names.set(file, asset);
    return [{ file, content: source.buffer() }];
  });
  return { outputs, modulesOf: ({ file }) => modulesOf(compilation, names.get(file) ?? '') };
}

/** The modules of the chunk that an asset, or its source map, belongs to; all where it belongs to none. */
function* modulesOf(compilation: Compilation, asset: string): Generator<Module> {
  const file = asset.replace(/\.map$/, '');
  const chunk = [...compilation.chunks].find(({ files, auxiliaryFiles }) => [...files, ...auxiliaryFiles].some((one) => one === file || one === asset));
  yield* chunk === undefined ? modulesIn(compilation) : unpacked(compilation.chunkGraph.getChunkModules(chunk));
}

function modulesIn(compilation: Compilation): Generator<Module> {
  return unpacked(compilation.modules);
}

/** Modules, and those that are joined in one. */
function* unpacked(modules: Iterable<CompiledModule>): Generator<Module> {
  for (const module of modules) {
    if (module.modules !== undefined) yield* unpacked(module.modules);
    if (typeof module.resource !== 'string') continue;
    yield { file: fileOfModule(module.resource), code: () => textOf(module) };
  }
}

function textOf(module: CompiledModule): string | undefined {
  const source = module.originalSource?.()?.source();
  return typeof source === 'string' ? source : undefined;
}
