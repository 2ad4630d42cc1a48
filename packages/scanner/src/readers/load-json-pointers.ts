import { jsonPointersAt } from './json-pointers.ts';

/** What tells JSON pointers. The bundle loads it with the first finding in JSON and not before: see `bundling/lazy-modules.js`. */
export function loadJsonPointers(): typeof jsonPointersAt {
  return jsonPointersAt;
}
