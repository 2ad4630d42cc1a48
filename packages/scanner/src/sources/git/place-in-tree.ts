import type { Repository } from '../../git/repository.ts';
import type { FilePath } from '../../paths/file-path.ts';
import { bytesOfPath, joinPath, shortest } from '../../paths/file-path.ts';

/** A path from the top of a work tree as seen from the folder that git runs in. */
export function fromFolder({ toTop, folder }: Repository, path: FilePath): FilePath {
  return toTop === '' ? path : shortest(joinPath(toTop.replace(/\/$/, ''), path), folder);
}

/** The names in a path, as latin1. */
export function namesIn(path: FilePath): readonly string[] {
  return bytesOfPath(path).toString('latin1').split('/');
}
