import { printableText } from './printable.ts';
import type { Decoding } from './rewriting.ts';

const run = /(?<![0-9A-Za-z])(?:0x)?(?:[0-9a-fA-F]{2}){12,}(?![0-9A-Za-z])/g;

/** Hexadecimal digits that spell printable text. */
export function hexadecimalDecodings(text: string): Decoding[] {
  const decodings: Decoding[] = [];
  for (const match of text.matchAll(run)) {
    const skip = match[0].startsWith('0x') ? 2 : 0;
    const digits = match[0].slice(skip);
    if (!/^(?:0[9ad]|[2-7])/i.test(digits)) continue;
    const bytes = Buffer.from(digits, 'hex');
    const decoded = printableText(bytes);
    if (decoded === undefined) continue;
    decodings.push({ start: match.index + skip, end: match.index + match[0].length, decoded, decoder: 'hex', ...(decoded.length === bytes.length ? { ratio: 2 } : {}) });
  }
  return decodings;
}
