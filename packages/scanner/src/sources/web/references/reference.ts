/** Something that a page loads or names. */
export interface Reference {
  /** Absolute, http or https, without user, password and fragment. */
  readonly url: URL;
  /** What it is good for: `map` stands for a source map, which refers to nothing that is served. */
  readonly use: 'document' | 'media' | 'map';
  /**
   * Who names it. Markup asks for it, so that its absence is worth a word. Code may only happen to look as if it did; what is not there
   * then is nothing. What a browser has loaded is known, whatever the server said.
   */
  readonly by: 'markup' | 'code' | 'browser';
}

/** @returns `undefined` where the text is no address, or none of the web. */
export function referenceTo(text: string, base: URL, use: Reference['use'], by: Reference['by']): Reference | undefined {
  const trimmed = text.trim();
  if (trimmed === '' || !URL.canParse(trimmed, base.href)) return undefined;
  const url = new URL(trimmed, base);
  if (!/^https?:$/.test(url.protocol)) return undefined;
  url.username = url.password = url.hash = '';
  return { url, use, by };
}
