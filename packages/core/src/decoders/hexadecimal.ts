import type { Layout } from '../layouts/layout.ts';
import { printableText } from './printable.ts';
import type { Decoding } from './rewriting.ts';

const shortest = 24;

/** Hexadecimal digits that spell printable text. */
export function hexadecimalDecodings({ text, tokenRuns }: Layout): Decoding[] {
  const decodings: Decoding[] = [];
  for (const { start, end, hexadecimal } of tokenRuns) {
    if (end - start < shortest) continue;
    const skip = /^0x/i.test(text.slice(start, start + 2)) ? 2 : 0;
    if ((!hexadecimal && skip === 0) || (end - start) % 2 === 1) continue;
    const digits = text.slice(start + skip, end);
    if (!/^(?:0[9ad]|[2-7])[0-9a-f]+$/i.test(digits)) continue;
    const bytes = Buffer.from(digits, 'hex');
    const decoded = printableText(bytes);
    if (decoded === undefined) continue;
    decodings.push({ start: start + skip, end, decoded, decoder: 'hex', ...(decoded.length === bytes.length ? { ratio: 2 } : {}) });
  }
  return decodings;
}
