import type { Fragment } from '@submit-guard/core';
import { createTextFragment } from '@submit-guard/core';
import { loadJsonPointers } from './load-json-pointers.ts';
import { extensionOf } from './signatures.ts';

/** Extensions of documents that are JSON by agreement, perhaps with comments. */
const jsonExtensions: ReadonlySet<string> = new Set([
  'json', 'jsonc', 'json5', 'geojson', 'topojson', 'har', 'ipynb', 'map', 'webmanifest', 'avsc', 'code-workspace',
]);

/**
 * The text of a whole blob. A JSON document, told by its name or by its first character, gives pointers.
 *
 * @param path - path of the blob as it is reported.
 */
export function createDocumentFragment(text: string, path: string): Fragment {
  const isNamedJson = jsonExtensions.has(extensionOf(path));
  if (!isNamedJson && !/^\s*[[{]/.test(text)) return createTextFragment(text);
  return createTextFragment(text, { pointersAt: (offsets, masks) => loadJsonPointers()(text, offsets, masks, !isNamedJson) });
}
