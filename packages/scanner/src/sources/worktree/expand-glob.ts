import { readdir } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import fastGlob from 'fast-glob';

/** A glob of the command line. */
export interface Glob {
  /** Folder that it starts from, relative to the working directory. */
  readonly path: string;
  /** The rest of the glob, relative to that folder. */
  readonly pattern: string;
  /** Whether it stands for everything that does not match. */
  readonly negated: boolean;
}

/** `a`, `a/b` and `a/b/c` for `a/b/c`. */
function leadsOf(path: string): readonly string[] {
  const names = path.split('/');
  return names.map((_, index) => names.slice(0, index + 1).join('/'));
}

/**
 * Expands a glob. Names that start with a dot match like others, symbolic links are not followed.
 *
 * A glob that matches a folder stands for what is in it, as it does in a shell. So does a folder that cannot be read: what is
 * listed in it by other means (git's index) is for the reader to fail on, and to report.
 *
 * @param cwd - absolute path of the working directory.
 * @returns a function that tells whether the glob stands for a file, by its path relative to the folder of the glob.
 */
export async function expandGlob({ path, pattern, negated }: Glob, cwd: string): Promise<(path: string) => boolean> {
  const folder = resolve(cwd, path);
  const closed = new Set<string>();
  const matched = await fastGlob(negated ? '**' : pattern, {
    cwd: folder,
    dot: true,
    onlyFiles: false,
    followSymbolicLinks: false,
    ignore: ['**/.git', ...(negated ? [pattern] : [])],
    fs: {
      readdir: ((place: string, options: { withFileTypes: true }, done: Parameters<typeof readdir>[2]) => {
        readdir(place, options, (error, entries) => {
          if (error !== null) closed.add(relative(folder, place).replaceAll(sep, '/'));
          (done as unknown as (error: null, entries: unknown) => void)(null, error === null ? entries : []);
        });
      }) as unknown as typeof readdir,
    },
  });
  if (closed.has('')) return () => true;
  const leads = new Set([...matched, ...closed]);
  // Negated, a folder that matches must not talk a file out of what excludes it.
  if (negated) return (file) => leads.has(file) || leadsOf(file).slice(0, -1).some((lead) => closed.has(lead));
  return (file) => leadsOf(file).some((lead) => leads.has(lead));
}
