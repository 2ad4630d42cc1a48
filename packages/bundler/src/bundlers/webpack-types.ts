/** What webpack and Rspack have in common, as far as it is used here: types of either would keep the plugin from the other. */
export interface Compiler {
  readonly context: string;
  readonly outputPath: string;
  readonly options: {
    readonly plugins?: readonly unknown[] | undefined;
    /** Filled in from the target before the first hook. */
    readonly externalsPresets?: { readonly node?: boolean; readonly electron?: boolean; readonly nwjs?: boolean } | undefined;
  };
  readonly hooks: {
    readonly beforeRun: AsyncHook<unknown>;
    readonly watchRun: AsyncHook<unknown>;
    readonly thisCompilation: { tap(name: string, hook: (compilation: Compilation) => void): void };
    readonly shouldEmit: { tap(name: string, hook: (compilation: Compilation) => false | undefined): void };
    readonly emit: StagedHook<Compilation>;
  };
  getInfrastructureLogger(name: string): { warn(message: string): void };
}

export interface Compilation {
  readonly hooks: { readonly processAssets: StagedHook<unknown> };
  readonly errors: { push(error: Error): unknown };
  readonly warnings: { push(error: Error): unknown };
  readonly chunks: Iterable<Chunk>;
  readonly chunkGraph: { getChunkModules(chunk: Chunk): Iterable<CompiledModule> };
  readonly modules: Iterable<CompiledModule>;
  getAssets(): readonly { readonly name: string; readonly source: { buffer(): Uint8Array } }[];
}

export interface CompiledModule {
  readonly resource?: unknown;
  /** Those that a module is joined of. */
  readonly modules?: Iterable<CompiledModule>;
  originalSource?(): { source(): string | Uint8Array } | null;
}

interface Chunk {
  readonly files: Iterable<string>;
  readonly auxiliaryFiles: Iterable<string>;
}

interface AsyncHook<Argument> {
  tapPromise(name: string, hook: (argument: Argument) => Promise<void>): void;
}

interface StagedHook<Argument> {
  tapPromise(options: { readonly name: string; readonly stage: number }, hook: (argument: Argument) => Promise<void>): void;
}
