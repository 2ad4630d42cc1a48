import { printableText } from './printable.ts';
import type { Decoding } from './rewriting.ts';

const run = /(?<![A-Za-z0-9+/_=-]|\w\.)(?:[A-Za-z0-9+/_-]{16,}={0,2}(?!\.\w)|(?:[A-Za-z0-9+/]{60,80}\r?\n[ \t]*)+[A-Za-z0-9+/]+={0,2})(?![A-Za-z0-9+/_-])/g;

/** Base64 and base64url, with or without padding, also wrapped at a fixed width. */
export function base64Decodings(text: string): Decoding[] {
  const decodings: Decoding[] = [];
  for (const match of text.matchAll(run)) {
    const encoded = match[0].replace(/\s+/g, '');
    if (/^[a-z]+$|^[A-Z_]+$|^[0-9]+$/.test(encoded) || encoded.replace(/=+$/, '').length % 4 === 1) continue;
    if (printableText(Buffer.from(encoded.slice(0, 24), 'base64').subarray(0, encoded.length > 24 ? 16 : undefined)) === undefined) continue;
    const bytes = Buffer.from(encoded, 'base64');
    const decoded = printableText(bytes);
    if (decoded === undefined || decoded.length < 10) continue;
    const ascii = decoded.length === bytes.length && encoded.length === match[0].length;
    decodings.push({ start: match.index, end: match.index + match[0].length, decoded, decoder: 'base64', ...(ascii ? { ratio: 4 / 3 } : {}) });
  }
  return decodings;
}
