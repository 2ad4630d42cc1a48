import { Parser } from 'htmlparser2';
import { referencesInStyle } from './css-references.ts';
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

/**
 * What a page loads: by its elements, and as far as its inline scripts and styles show. The first `base` counts for all that comes behind
 * it (WHATWG HTML, section 4.2.3).
 *
 * @param url - address of the page.
 */
export function referencesInPage(html: string, url: URL): readonly Reference[] {
  const references: Reference[] = [];
  let base = url;
  let hasBase = false;
  let block: { readonly kind: 'script' | 'style'; text: string } | undefined;
  const add = (reference: Reference | undefined): void => {
    if (reference !== undefined) references.push(reference);
  };
  const parser = new Parser({
    onopentag(name, attributes) {
      const source = sources[name];
      const address = source && attributes[source.attribute];
      if (source !== undefined && address !== undefined) add(referenceTo(address, base, source.use, 'markup'));
      else if (name === 'link' && readRelations.test(attributes['rel'] ?? '')) add(referenceTo(attributes['href'] ?? '', base, linkUse(attributes), 'markup'));
      else if (name === 'meta' && /^refresh$/i.test(attributes['http-equiv'] ?? '')) add(referenceTo(/url\s*=\s*["']?([^"']+)/i.exec(attributes['content'] ?? '')?.[1] ?? '', base, 'document', 'markup'));
      else if (name === 'base' && !hasBase && URL.canParse(attributes['href'] ?? '', url.href)) {
        hasBase = true;
        base = new URL(attributes['href'] ?? '', url);
      }
      if (name === 'style' || (name === 'script' && address === undefined && isText(attributes['type'] ?? ''))) block = { kind: name, text: '' };
      if (attributes['style'] !== undefined) for (const reference of referencesInStyle(attributes['style'], base)) add(reference);
    },
    ontext(text) {
      if (block !== undefined) block.text += text;
    },
    onclosetag() {
      if (block === undefined) return;
      for (const reference of block.kind === 'style' ? referencesInStyle(block.text, base) : referencesInScript(block.text, { script: base, page: base })) add(reference);
      block = undefined;
    },
  });
  parser.end(html);
  return references;
}

/** What is preloaded may be an image or a font. */
function linkUse(attributes: Readonly<Record<string, string>>): Reference['use'] {
  return /^(?:image|font|audio|video|track)$/i.test(attributes['as'] ?? '') ? 'media' : 'document';
}
