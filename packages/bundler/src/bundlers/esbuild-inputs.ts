import { basename, dirname, extname, join, resolve, sep } from 'node:path';

/** What is used of esbuild's interface for plugins. */
interface LoadingBuild {
  readonly initialOptions: { readonly outdir?: string; readonly outfile?: string };
  onStart(hook: () => Promise<undefined>): void;
  onLoad(options: { readonly filter: RegExp }, hook: (module: { readonly path: string }) => undefined): void;
}

/**
 * Takes down which files a build reads among those that it may write. Of a build that writes by itself, esbuild sees to it that no output takes the place
 * of an input. Only files where outputs go are asked for: esbuild tests the others by itself.
 *
 * @param folder - absolute path that options are relative to.
 * @returns whether a file, by its absolute path, is an input.
 */
export function inputsAmongOutputs(build: LoadingBuild, folder: string): (file: string) => boolean {
  const { outdir, outfile } = build.initialOptions;
  const inputs = new Set<string>();
  const beginning = outfile === undefined ? outdir && join(resolve(folder, outdir), sep) : stemOf(resolve(folder, outfile));
  if (beginning === undefined) return () => false;
  build.onStart(() => {
    inputs.clear();
    return Promise.resolve(undefined);
  });
  build.onLoad({ filter: new RegExp(`^${beginning.replace(/[!-.:-@[-`{-~]/g, String.raw`\$&`)}`) }, ({ path }) => void inputs.add(path));
  return (file) => inputs.has(file);
}

/** Outputs of one file have its name, with extensions of their own. */
function stemOf(file: string): string {
  return join(dirname(file), basename(file, extname(file)));
}
