import type { FilePath } from '../paths/file-path.ts';
import { bytesOfPath } from '../paths/file-path.ts';
import { quotePath } from '../paths/quote-path.ts';
import type { Place } from './engine.ts';

/** Stands between the path of a place and further words that are masked with it; no path has one. */
const between = '\0';

/**
 * Tells where the members of a blob are, by paths that begin with the name of its place.
 *
 * @param place - of the blob.
 */
export function placesIn(place: Place): (path: FilePath) => Place {
  const [first = '', ...words] = place.path.split(between);
  return (path) => {
    if (path === place.name) return place;
    const name = typeof path === 'string' ? path : bytesOfPath(path).toString('utf8');
    // The name of a place whose bytes are no text is not what they were.
    const quoted = first === place.name || typeof path !== 'string' ? quotePath(path) : `${first}${quotePath(path.slice(place.name.length))}`;
    return { path: [quoted, ...words].join(between), name };
  };
}
