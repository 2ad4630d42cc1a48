import { codesOf } from '../characters/codes.ts';
import type { Layout } from '../layouts/layout.ts';
import { printableText } from './printable.ts';
import type { Decoding } from './rewriting.ts';

const shortest = 24;

/** The first digit of a byte that begins a printable text. */
const mayBegin = codesOf('0234567');

/** Bytes of which none may be a control character but white space, see `printableText`; and the second digits of those. */
const firstBytes = 32;
const ofBlank = codesOf('9abcdABCD');

const zero = 0x30;
const one = 0x31;
const letterX = 0x78;
const lowerCase = 0x20;

/** Hexadecimal digits that spell printable text. */
export function hexadecimalDecodings({ text, tokenRuns }: Layout): Decoding[] {
  const decodings: Decoding[] = [];
  for (const { start, end, hexadecimal } of tokenRuns) {
    if (end - start < shortest) continue;
    const skip = isPrefixed(text, start) ? 2 : 0;
    if ((!hexadecimal && skip === 0) || (end - start) % 2 === 1 || mayBegin[text.charCodeAt(start + skip)] !== 1) continue;
    if (holdsControl(text, start + skip, end)) continue;
    const digits = text.slice(start + skip, end);
    if (!/^(?:0[9ad]|[2-7])[0-9a-f]+$/i.test(digits)) continue;
    const bytes = Buffer.from(digits, 'hex');
    const decoded = printableText(bytes);
    if (decoded === undefined) continue;
    decodings.push({ start: start + skip, end, decoded, decoder: 'hex', ...(Buffer.byteLength(decoded) === bytes.length ? { ratio: 2 } : {}) });
  }
  return decodings;
}

/** Whether one of the first bytes that digits stand for is a control character, as in nearly all random ones; but not in UTF-16, where every other byte is 0. */
function holdsControl(text: string, start: number, end: number): boolean {
  if (text.charCodeAt(start + 2) === zero && text.charCodeAt(start + 3) === zero) return false;
  for (let at = start + 2, last = Math.min(end, start + 2 * firstBytes); at < last; at += 2) {
    const high = text.charCodeAt(at);
    if (high === one || (high === zero && ofBlank[text.charCodeAt(at + 1)] !== 1)) return true;
  }
  return false;
}

/** Whether `0x` stands at an offset. */
function isPrefixed(text: string, offset: number): boolean {
  return text.charCodeAt(offset) === zero && (text.charCodeAt(offset + 1) | lowerCase) === letterX;
}
