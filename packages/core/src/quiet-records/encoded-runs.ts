import { codesOf } from '../characters/codes.ts';
import { beginsText, hexadecimalByteAt, mayBeBase64Text } from '../characters/encoded-text.ts';

/** Fewest characters of base64 that are decoded. */
const shortestBase64 = 16;
const isLead = codesOf('-_+/=');
const shortestHexadecimal = 24;
/** Bytes that are ASCII, or have a zero behind them, in every text; see `printableText`. */
const bytesLookedAt = 16;
const letterX = 0x78;
const lowerCase = 0x20;

/** Whether a run of the characters of base64 may be encoded text, of which a part may be anything: rather too often a yes. */
export function mayBeEncodedRun(text: Uint8Array, start: number, end: number): boolean {
  if (end - start < shortestBase64) return false;
  let first = start;
  while (first < end && isLead[text[first] ?? 0] === 1) first++;
  return first + 8 > end || mayBeBase64Text(text, first, end) || mayBeHexadecimal(text, start, end);
}

/** Whether hexadecimal digits may spell printable text: a quick no for nearly all random ones. */
function mayBeHexadecimal(text: Uint8Array, start: number, end: number): boolean {
  if (end - start < shortestHexadecimal) return false;
  if (((text[start + 1] ?? 0) | lowerCase) === letterX) return true;
  const last = Math.min(end - 1, start + 2 * bytesLookedAt);
  for (let at = start; at < last; at += 2) {
    const byte = hexadecimalByteAt(text, at);
    if (!beginsText(byte) && byte !== 0) return false;
  }
  return true;
}
