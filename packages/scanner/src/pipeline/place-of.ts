import type { FilePath } from '../paths/file-path.ts';
import { quotePath } from '../paths/quote-path.ts';
import type { Place } from './engine.ts';

/** Where a path is, for an engine. */
export function placeOf(path: FilePath): Place {
  return { path: quotePath(path), name: typeof path === 'string' ? path : Buffer.from(path).toString('utf8') };
}
