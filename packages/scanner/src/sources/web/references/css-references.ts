import { hasMediaName } from '../media-types.ts';
import type { Reference } from './reference.ts';
import { referenceTo } from './reference.ts';

/** `url(...)` with and without quotes, and `@import "..."` (CSS Syntax, section 4.3.6; CSS Cascade, section 2). */
const addresses = /\burl\(\s{0,20}(?:"([^"\n\\]{1,2000})"|'([^'\n\\]{1,2000})'|([^\s"'()\\]{1,2000}))|@import\s{1,20}(?:"([^"\n\\]{1,2000})"|'([^'\n\\]{1,2000})')/gi;

/** What a style sheet loads. */
export function* referencesInStyle(text: string, base: URL): Generator<Reference> {
  for (const [, ...groups] of text.matchAll(addresses)) {
    const reference = referenceTo(groups.find(Boolean) ?? '', base, 'document', 'markup');
    if (reference !== undefined) yield hasMediaName(reference.url.pathname) ? { ...reference, use: 'media' } : reference;
  }
}
