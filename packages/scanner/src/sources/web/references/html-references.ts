import { referencesInStyle } from './css-references.ts';
import { readTags } from './html-tags.ts';
import type { Reference } from './reference.ts';
import { referenceTo } from './reference.ts';
import { referencesInScript } from './script-references.ts';

/** Relations of a `link` that bring something to read. */
const readRelations = /\b(?:stylesheet|modulepreload|preload|prefetch|manifest|serviceworker|import|compression-dictionary)\b/i;

/** Types of `script` that hold data or code in which files are named. */
const isText = (type: string): boolean => type === '' || /script|json|module|importmap|speculationrules/i.test(type);

/** Attributes that name a resource, by element. */
const sources: Readonly<Record<string, { readonly attribute: string; readonly use: Reference['use'] }>> = {
  script: { attribute: 'src', use: 'document' },
  iframe: { attribute: 'src', use: 'document' },
  frame: { attribute: 'src', use: 'document' },
  embed: { attribute: 'src', use: 'document' },
  object: { attribute: 'data', use: 'document' },
  img: { attribute: 'src', use: 'media' },
  source: { attribute: 'src', use: 'media' },
  video: { attribute: 'src', use: 'media' },
  audio: { attribute: 'src', use: 'media' },
};

/** Pages in attributes of pages, one in another, that are looked into. */
const mostNestedPages = 4;

/**
 * What a page loads: by its elements, and as far as its inline scripts and styles show. The first `base` counts for all that comes behind
 * it (WHATWG HTML, section 4.2.3).
 *
 * @param url - address of the page.
 * @param depth - how many pages it stands in, as the `srcdoc` of a frame.
 */
export function referencesInPage(html: string, url: URL, depth = 0): readonly Reference[] {
  const references: Reference[] = [];
  let base: URL | undefined;
  const add = (address: string | undefined, use: Reference['use']): void => {
    const reference = address === undefined ? undefined : referenceTo(address, base ?? url, use, 'markup');
    if (reference !== undefined) references.push(reference);
  };
  readTags(html, {
    onTag(name, attributes) {
      const { rel = '', href = '', content = '', style = '', srcdoc, 'http-equiv': header = '' } = attributes;
      const source = Object.hasOwn(sources, name) ? sources[name] : undefined;
      // A frame with a page in its attribute loads that one.
      if (name === 'iframe' && srcdoc !== undefined && depth < mostNestedPages) references.push(...referencesInPage(srcdoc, base ?? url, depth + 1));
      else if (source !== undefined) add(attributes[source.attribute], source.use);
      else if (name === 'link' && readRelations.test(rel)) add(href, linkUse(attributes));
      else if (name === 'meta' && /^refresh$/i.test(header)) add(/url\s{0,9}=\s{0,9}["']?([^"']+)/i.exec(content)?.[1], 'document');
      else if (name === 'base' && URL.canParse(href, url.href)) base ??= new URL(href, url);
      for (const reference of style === '' ? [] : referencesInStyle(style, base ?? url)) references.push(reference);
    },
    onBlock(name, { type = '', src }, text) {
      const page = base ?? url;
      if (name === 'style') for (const reference of referencesInStyle(text, page)) references.push(reference);
      else if (src === undefined && isText(type)) for (const reference of referencesInScript(text, { script: page, page })) references.push(reference);
    },
  });
  return references;
}

/** What is preloaded may be an image or a font. */
function linkUse(attributes: Readonly<Record<string, string>>): Reference['use'] {
  return /^(?:image|font|audio|video|track)$/i.test(attributes['as'] ?? '') ? 'media' : 'document';
}
