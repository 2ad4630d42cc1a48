import type { Reference } from './reference.ts';
import { referenceTo } from './reference.ts';

/** The last of these comments counts (ECMA-426, section 11.1.2.2). */
const comments = /\/[/*][#@]\s{0,20}sourceMappingURL=([^\s'"*]{1,4000})/g;

/**
 * Where the source map of a script or a style sheet may be: what a header or a comment says, or else next to it, where build tools put maps
 * that are meant to be hidden.
 *
 * @param header - the `SourceMap` header.
 */
export function mapOf(text: string, base: URL, header: string | undefined): Reference | undefined {
  let comment: string | undefined;
  for (const [, address] of text.matchAll(comments)) comment = address;
  const named = header ?? comment;
  if (named !== undefined) return referenceTo(named, base, 'map', 'code');
  const next = new URL(base);
  next.pathname += '.map';
  return { url: next, use: 'map', by: 'code' };
}
