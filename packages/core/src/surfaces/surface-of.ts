import type { Surface } from '@submit-guard/rules';
import { compileGlob } from '../policies/globs.ts';
import { compileEntry } from './surface-entry.ts';
import { surfaceTable } from './surface-table.ts';

/** What a user says of some places. */
export interface SurfaceExtension {
  /** See `compileGlob`. */
  readonly glob: string;
  readonly surface: Surface;
}

/** How much of a text is looked at, in UTF-16 units. */
export const headOfSurface = 65_536;

const tests = surfaceTable.map(compileEntry);

/** A path as the table knows it: lower case, archives like folders, without an ending such as `.gz`. */
function tablePath(path: string): string {
  return path
    .toLowerCase()
    .replaceAll('\\', '/')
    .replaceAll('!', '/')
    .replace(/^(?:\.{0,2}\/)+/, '')
    .replace(/\.(?:gz|br|zst|bz2|xz)$/, '');
}

/**
 * What a place is. Pure: it looks at nothing but its arguments.
 *
 * @param path - relative to the root of the project, so that folders above it (`/home/build`) do not count; with
 *   `/` between folders; `a.zip!dir/file` for a member of an archive.
 * @param head - the beginning of the text, of which {@link headOfSurface} units are looked at. The more, the better.
 * @param extensions - looked at before the table; the first that fits decides.
 */
export function surfaceOf(path: string, head = '', extensions: readonly SurfaceExtension[] = []): Surface {
  for (const { glob, surface } of extensions) if (compileGlob(glob)(path)) return surface;
  const place = tablePath(path);
  const text = head.slice(0, headOfSurface);
  for (const test of tests) {
    const surface = test(place, text);
    if (surface !== undefined) return surface;
  }
  return 'repository';
}
