import { isBuiltin } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import type { Build, Module, Output } from '../builds/build.ts';
import type { Guard } from '../guards/guard.ts';
import type { Leak } from '../leaks/leak.ts';
import { joinLeaks } from '../leaks/leak.ts';
import { fileOfModule } from '../origins/source-file.ts';

/** What Rollup, Rolldown and Vite have in common of a bundle, as far as it is looked at. */
export interface BundleContext {
  getModuleIds(): Iterable<string>;
  getModuleInfo(id: string): { readonly code?: string | null } | null;
  warn(message: string): void;
  error(error: Error): never;
}

interface Chunk {
  readonly type: 'chunk';
  readonly fileName: string;
  readonly code: string;
  readonly map?: object | null;
  readonly imports: readonly string[];
  readonly modules: Readonly<Record<string, { readonly code?: string | null }>>;
}

interface Asset {
  readonly type: 'asset';
  readonly fileName: string;
  readonly source: string | Uint8Array;
}

export type Bundle = Readonly<Record<string, Chunk | Asset>>;

export interface OutputPlace {
  readonly dir?: string | undefined;
  readonly file?: string | undefined;
  readonly format?: string | undefined;
}

/** Whether a bundle runs on a server: it is CommonJS, or needs what only Node.js has. */
export function runsOnServer({ format }: OutputPlace, bundle: Bundle): boolean {
  return format === 'cjs' || Object.values(bundle).some((item) => item.type === 'chunk' && item.imports.some((name) => isBuiltin(name)));
}

/** Checks a bundle that is about to be written, and the modules it was made of. */
export async function checkBundle(guard: Guard, context: BundleContext, place: OutputPlace, bundle: Bundle): Promise<void> {
  const build = buildOf(context, place, bundle, guard.root);
  const leaks = await guard.checkOutputs(build);
  await tell(guard, context, joinLeaks([...leaks, ...unexplained(await guard.checkModules(modulesIn(context)), leaks)]));
}

/** Leaks of modules that are not told with the outputs already. */
function unexplained(ofModules: readonly Leak[], leaks: readonly Leak[]): readonly Leak[] {
  return ofModules.filter(({ key, origin }) => !leaks.some((leak) => leak.key?.fingerprint === key?.fingerprint && leak.origin?.path === origin?.path));
}

/** Ends the build, or warns. Without a position, as the bundler would print the line that it points to. */
export async function tell(guard: Guard, context: Pick<BundleContext, 'warn' | 'error'>, leaks: readonly Leak[]): Promise<void> {
  const verdict = await guard.verdictOn(leaks);
  if (verdict === undefined) return;
  if (verdict.isFatal) context.error(verdict.error);
  context.warn(verdict.error.message);
}

function buildOf(context: BundleContext, { dir, file }: OutputPlace, bundle: Bundle, root: string): Build {
  const folder = resolve(root, dir ?? (file === undefined ? '.' : dirname(file)));
  const items = new Map(Object.values(bundle).map((item) => [join(folder, item.fileName), item]));
  return {
    outputs: [...items].map(([path, item]): Output => (
      item.type === 'chunk' ? { file: path, content: item.code, map: () => item.map } : { file: path, content: item.source }
    )),
    modulesOf: ({ file: path }) => {
      const item = items.get(path);
      return item?.type === 'chunk' ? modulesOfChunk(item) : modulesIn(context);
    },
  };
}

function modulesOfChunk({ modules }: Chunk): readonly Module[] {
  return Object.entries(modules).map(([id, { code }]) => ({ file: fileOfModule(id), code: () => code ?? undefined }));
}

function* modulesIn(context: BundleContext): Generator<Module> {
  for (const id of context.getModuleIds()) {
    yield { file: fileOfModule(id), code: () => context.getModuleInfo(id)?.code ?? undefined };
  }
}

