import { documentKind } from '../media-types.ts';
import type { WebResource } from '../web-resource.ts';
import { referencesInStyle } from './css-references.ts';
import { referencesInPage } from './html-references.ts';
import { mapOf } from './map-references.ts';
import type { Reference } from './reference.ts';
import { referencesInScript } from './script-references.ts';

/**
 * What a resource refers to.
 *
 * @param page - address of the page that it was loaded for.
 */
export function* referencesOf({ url, type, bytes, sourceMap }: WebResource, page: URL): Generator<Reference> {
  const kind = type === '' && isPage(bytes) ? 'page' : documentKind(type, url.pathname);
  if (kind === 'other') return;
  // Addresses are ASCII, or escaped; text in UTF-8 keeps the others in a page readable.
  const text = bytes.toString(kind === 'page' ? 'utf8' : 'latin1');
  if (kind === 'page') return yield* referencesInPage(text, url);
  if (kind === 'style') yield* referencesInStyle(text, url);
  else yield* referencesInScript(text, { script: url, page });
  const map = kind === 'data' ? undefined : mapOf(text, url, sourceMap);
  if (map !== undefined) yield map;
}

/** Whether bytes of which the server does not say what they are begin like a page (WHATWG MIME Sniffing, section 7.1). */
function isPage(bytes: Buffer): boolean {
  return /^(?:\u00ef\u00bb\u00bf)?\s*<(?:!doctype html|html|head|body|script|style|title|meta|link|iframe|div|h1|p|a|b|br|font|table|!--)[\s>]/i.test(bytes.toString('latin1', 0, 1024));
}
