import { resolve } from 'node:path';
import type { Guard } from '../guards/guard.ts';
import { fileOfModule } from '../origins/source-file.ts';
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
  readonly compilation?: {
    readonly define?: unknown;
    readonly output?: { readonly targetEnv?: string; readonly path?: string };
  };
}

/** What is used of Farm's compiler. */
export interface FarmCompiler {
  readonly logger: Logger;
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
 */
export function farmHooks(guard: Guard): FarmHooks {
  let config: FarmConfig = {};
  const isServer = (): boolean => guard.isServer((config.compilation?.output?.targetEnv ?? '').startsWith('node'));
  return {
    async configResolved(resolved) {
      config = resolved;
      if (isServer()) return;
      const { root = process.cwd(), envDir, publicDir, env, compilation, logger = console } = config;
      await guard.open({ root, envFolders: envDir === undefined ? [] : [resolve(root, envDir)] });
      const copied = typeof publicDir === 'string' ? filesBelow(resolve(root, publicDir)) : [];
      const settings = [...settingsOf('farm.config env', env), ...settingsOf('farm.config define', compilation?.define)];
      await guard.refuse([...await guard.checkSettings(settings), ...await guard.checkFiles(copied)], ({ message }) => logger.warn(message));
      if (guard.unread !== undefined) logger.warn(guard.unread);
    },
    configureCompiler(compiler) {
      if (isServer()) return;
      const compile = compiler.compile.bind(compiler);
      compiler.compile = async () => {
        await compile();
        const folder = resolve(guard.root, config.compilation?.output?.path ?? 'dist');
        const outputs = Object.entries(compiler.resources()).map(([name, content]) => ({ file: resolve(folder, name.replace(/[?#].*$/s, '')), content }));
        const leaks = await guard.checkOutputs({ outputs, modulesOf: () => compiler.resolvedModulePaths(guard.root).map((path) => ({ file: fileOfModule(path) })) });
        await guard.refuse(leaks, ({ message }) => compiler.logger.warn(message));
      };
    },
  };
}
