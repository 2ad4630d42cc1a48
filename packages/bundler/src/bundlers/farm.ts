import { resolve } from 'node:path';
import { Guard, notBegun } from '../guards/guard.ts';
import { fileOfModule } from '../origins/source-file.ts';
import type { Options } from '../settings/options.ts';
import { checkedOptions } from '../settings/options.ts';
import { settingsOf } from '../settings/setting.ts';
import { filesBelow } from './public-files.ts';

/** What tells the user. */
interface Logger {
  warn(message: string): void;
}

/** What is used of Farm's resolved configuration. */
export interface FarmConfig {
  readonly logger?: Logger;
  readonly root?: string;
  readonly envDir?: string;
  readonly env?: unknown;
  readonly publicDir?: string | false;
  readonly compilation: Compilation;
}

interface Compilation {
  readonly define?: unknown;
  readonly output?: { readonly targetEnv?: string; readonly path?: string };
}

/** What is used of Farm's compiler. */
export interface FarmCompiler {
  readonly logger: Logger;
  readonly config: { readonly config: Compilation };
  compile(): Promise<void>;
  resources(): Readonly<Record<string, Uint8Array>>;
  resolvedModulePaths(root: string): readonly string[];
}

export interface FarmHooks {
  configResolved(config: FarmConfig): Promise<void>;
  configureCompiler(compiler: FarmCompiler): void;
}

/**
 * Hooks for Farm. What it compiles is checked where the compiler hands it over: its hook for resources would copy every one of them, byte
 * by byte, into an array and back.
 *
 * @throws TypeError where an option is none.
 */
export function farmHooks(options: Options | undefined): FarmHooks {
  checkedOptions(options);
  // Several builds may run at a time and share a plugin: each has a guard of its own.
  const guards = new WeakMap<Compilation, Guard>();
  return {
    async configResolved({ root = process.cwd(), envDir, publicDir, env, compilation, logger = console }) {
      const guard = new Guard(options);
      guards.set(compilation, guard);
      if (isServer(guard, compilation)) return;
      guard.begin({ root, envFolders: envDir === undefined ? [] : [resolve(root, envDir)] });
      const copied = typeof publicDir === 'string' ? filesBelow(resolve(root, publicDir)) : [];
      const settings = [...settingsOf('farm.config env', env), ...settingsOf('farm.config define', compilation.define)];
      await guard.refuse([...await guard.checkSettings(settings), ...await guard.checkFiles(copied)], ({ message }) => logger.warn(message));
      const unread = await guard.unread();
      if (unread !== undefined) logger.warn(unread);
    },
    configureCompiler(compiler) {
      const { config: compilation } = compiler.config;
      const guard = guards.get(compilation);
      if (guard === undefined) throw notBegun();
      if (isServer(guard, compilation)) return;
      const compile = compiler.compile.bind(compiler);
      compiler.compile = async () => {
        await compile();
        const folder = resolve(guard.root, compilation.output?.path ?? 'dist');
        const outputs = Object.entries(compiler.resources()).map(([name, content]) => ({ file: resolve(folder, name.replace(/[?#].*$/s, '')), content }));
        const leaks = await guard.checkOutputs({ outputs, modulesOf: () => compiler.resolvedModulePaths(guard.root).map((path) => ({ file: fileOfModule(path) })) });
        await guard.refuse(leaks, ({ message }) => compiler.logger.warn(message));
      };
    },
  };
}

function isServer(guard: Guard, { output }: Compilation): boolean {
  return guard.isServer((output?.targetEnv ?? '').startsWith('node'));
}
