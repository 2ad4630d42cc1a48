import { Buffer } from 'node:buffer';
import { relative, resolve } from 'node:path';
import type { Build, Output } from '../builds/build.ts';
import { pluginName } from '../builds/plugin-name.ts';
import type { Guard } from '../guards/guard.ts';
import type { Leak } from '../leaks/leak.ts';
import { joinLeaks } from '../leaks/leak.ts';
import { settingsOf } from '../settings/setting.ts';
import { inputsAmongOutputs } from './esbuild-inputs.ts';
import type { OutputFile } from './esbuild-outputs.ts';
import { OutputWriter } from './esbuild-outputs.ts';

/** What is used of esbuild's interface for plugins. */
export interface EsbuildBuild {
  readonly initialOptions: BuildOptions;
  readonly esbuild: { build(options: object): Promise<BuildResult> };
  onStart(hook: () => Promise<Messages | undefined>): void;
  onLoad(options: { readonly filter: RegExp }, hook: (module: { readonly path: string }) => undefined): void;
  onEnd(hook: (result: BuildResult) => Promise<Messages | undefined>): void;
}

interface BuildOptions {
  write?: boolean;
  allowOverwrite?: boolean;
  outdir?: string;
  outfile?: string;
  absWorkingDir?: string;
  platform?: string;
  define?: Record<string, string>;
  plugins?: readonly { readonly name: string }[];
  metafile?: boolean;
  sourcemap?: unknown;
}

interface BuildResult {
  readonly errors: readonly unknown[];
  outputFiles?: OutputFile[] | undefined;
  readonly metafile?: { readonly inputs: Readonly<Record<string, unknown>> } | undefined;
}

interface Messages {
  readonly errors?: Message[];
  readonly warnings?: Message[];
}

/** Without a location, as esbuild would print the line that it points to. */
interface Message {
  readonly text: string;
  readonly detail?: unknown;
}

/**
 * Wires a guard into a build of esbuild, which writes files before it asks plugins: it is told not to, and what was checked is written here.
 */
export function guardBuild(guard: Guard, build: EsbuildBuild): void {
  const { initialOptions } = build;
  const { absWorkingDir = process.cwd(), write, allowOverwrite = false, define } = initialOptions;
  if (guard.isServer(initialOptions.platform === 'node')) return;
  initialOptions.write = false;
  const isInput = write === false || allowOverwrite ? () => false : inputsAmongOutputs(build, absWorkingDir);
  const writer = new OutputWriter();
  build.onStart(async () => {
    // The options belong to the caller, who may use them again.
    if (write === undefined) delete initialOptions.write;
    else initialOptions.write = write;
    guard.begin({ root: absWorkingDir });
    // Esbuild waits for what is to be checked before; else it goes on while the project is opened.
    return define === undefined ? undefined : messagesOn(guard, await guard.checkSettings(settingsOf('esbuild define', define)));
  });
  build.onEnd(async (result) => {
    const files = result.outputFiles ?? [];
    if (write !== false) delete result.outputFiles;
    if (result.errors.length > 0) {
      if (write !== false) writer.write([]);
      return undefined;
    }
    const overwritten = files.filter(({ path }) => isInput(path));
    if (overwritten.length > 0) return { errors: overwritten.map(({ path }) => ({ text: refusalToOverwrite(path, absWorkingDir) })) };
    const outputs = files.map(({ path, contents }): Output => ({ file: path, content: contents }));
    const isClean = (await guard.checkOutputs({ outputs, modulesOf: () => [] })).length === 0;
    const exposed = define === undefined ? await guard.checkSettings([]) : [];
    const leaks = isClean ? [] : await guard.checkOutputs(await explained(outputs, build, absWorkingDir));
    const { errors = [], warnings = [] } = await messagesOn(guard, joinLeaks([...exposed, ...leaks]));
    if (errors.length === 0 && write !== false) writer.write(files);
    else if (errors.length > 0 && write === false) result.outputFiles = [];
    const unread = await guard.unread();
    return { errors, warnings: unread === undefined ? warnings : [...warnings, { text: unread }] };
  });
}

/** In the words of esbuild. */
function refusalToOverwrite(file: string, folder: string): string {
  return `Refusing to overwrite input file ${JSON.stringify(relative(folder, file))} (use "allowOverwrite: true" to allow this)`;
}

async function messagesOn(guard: Guard, leaks: readonly Leak[]): Promise<Messages> {
  const verdict = await guard.verdictOn(leaks);
  if (verdict === undefined) return {};
  const message: Message = { text: verdict.error.message, detail: verdict.error };
  return verdict.isFatal ? { errors: [message] } : { warnings: [message] };
}

/**
 * Finds out where outputs come from: builds once more, in memory and with source maps. Only done when a key was found. Where that build fails,
 * nothing more is known of the first one.
 */
async function explained(outputs: readonly Output[], { initialOptions, esbuild }: EsbuildBuild, folder: string): Promise<Build> {
  const plugins = initialOptions.plugins?.filter(({ name }) => name !== pluginName) ?? [];
  const second = { ...initialOptions, plugins, write: false, metafile: true, sourcemap: 'external', logLevel: 'silent' };
  const { outputFiles = [], metafile } = await esbuild.build(second).catch((): Partial<BuildResult> => ({}));
  const modules = Object.keys(metafile?.inputs ?? {}).map((path) => ({ file: resolve(folder, path) }));
  const mapFor = ({ file, content }: Output): string | undefined => {
    // A hash in a name may be another one with another kind of map.
    const twin = outputFiles.find(({ path }) => path === file) ?? outputFiles.find(({ contents }) => Buffer.from(contents).equals(Buffer.from(content)));
    const map = twin && outputFiles.find(({ path }) => path === `${twin.path}.map`);
    return map && Buffer.from(map.contents).toString('utf8');
  };
  return { outputs: outputs.map((output) => ({ ...output, map: () => mapFor(output) })), modulesOf: () => modules };
}
