import { codesOf } from '../characters/codes.ts';
import type { Layout } from '../layouts/layout.ts';
import { printableText } from './printable.ts';
import type { Decoding } from './rewriting.ts';

const shortest = 24;

/** The first digit of a byte that begins a printable text. */
const mayBegin = codesOf('0234567');

const zero = 0x30;
const letterX = 0x78;
const lowerCase = 0x20;

/** Hexadecimal digits that spell printable text. */
export function hexadecimalDecodings({ text, tokenRuns }: Layout): Decoding[] {
  const decodings: Decoding[] = [];
  for (const { start, end, hexadecimal } of tokenRuns) {
    if (end - start < shortest) continue;
    const skip = isPrefixed(text, start) ? 2 : 0;
    if ((!hexadecimal && skip === 0) || (end - start) % 2 === 1 || mayBegin[text.charCodeAt(start + skip)] !== 1) continue;
    const digits = text.slice(start + skip, end);
    if (!/^(?:0[9ad]|[2-7])[0-9a-f]+$/i.test(digits)) continue;
    const bytes = Buffer.from(digits, 'hex');
    const decoded = printableText(bytes);
    if (decoded === undefined) continue;
    decodings.push({ start: start + skip, end, decoded, decoder: 'hex', ...(Buffer.byteLength(decoded) === bytes.length ? { ratio: 2 } : {}) });
  }
  return decodings;
}

/** Whether `0x` stands at an offset. */
function isPrefixed(text: string, offset: number): boolean {
  return text.charCodeAt(offset) === zero && (text.charCodeAt(offset + 1) | lowerCase) === letterX;
}
