import type { Layout } from '../layouts/layout.ts';
import { printableText } from './printable.ts';
import type { Decoding } from './rewriting.ts';

const shortest = 16;

/** Base64 and base64url, with or without padding, also wrapped at a fixed width. */
export function base64Decodings({ text, tokenRuns }: Layout): Decoding[] {
  const decodings: Decoding[] = [];
  for (let i = 0; i < tokenRuns.length; i++) {
    const run = tokenRuns[i];
    if (run === undefined) continue;
    const last = lastOfWrapped(text, tokenRuns, i);
    const end = tokenRuns[last]?.end ?? run.end;
    i = last;
    // A part of a dotted token (JWT) or of a path is no text of its own.
    if (/\w\.$/.test(text.slice(Math.max(0, run.start - 2), run.start)) || /^\.\w/.test(text.slice(end, end + 2))) continue;
    const whole = text.slice(run.start, end);
    const lead = /^[-_+/=]*/.exec(whole)?.[0].length ?? 0;
    const encoded = whole.slice(lead).replace(/\s+/g, '');
    const decoded = decodeBase64(encoded);
    if (decoded === undefined) continue;
    const ascii = decoded.bytes === decoded.text.length && encoded.length === whole.length - lead;
    decodings.push({ start: run.start + lead, end, decoded: decoded.text, decoder: 'base64', ...(ascii ? { ratio: 4 / 3 } : {}) });
  }
  return decodings;
}

function decodeBase64(encoded: string): { text: string; bytes: number } | undefined {
  if (!startsPrintable(encoded)) return undefined;
  const plain = encoded.replace(/={1,2}$/, '');
  if (plain.length < shortest || plain.length % 4 === 1 || plain.includes('=') || /^(?:[a-z]+|[A-Z_]+|[0-9]+)$/.test(plain)) return undefined;
  if (plain.length > 24 && printableText(Buffer.from(plain.slice(0, 24), 'base64').subarray(0, 16)) === undefined) return undefined;
  const bytes = Buffer.from(plain, 'base64');
  const text = printableText(bytes);
  return text === undefined || text.length < 10 ? undefined : { text, bytes: bytes.length };
}

const alphabet = new Uint8Array(128);
for (const [value, char] of Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/').entries()) alphabet[char.charCodeAt(0)] = value;
alphabet['-'.charCodeAt(0)] = 62;
alphabet['_'.charCodeAt(0)] = 63;

/** Whether the first three bytes can begin a text: a quick no for most random tokens, before anything is copied. */
function startsPrintable(encoded: string): boolean {
  let bits = 0;
  for (let i = 0; i < 4; i++) bits = (bits << 6) | (alphabet[encoded.charCodeAt(i) & 127] ?? 0);
  const wide = ((bits >> 8) & 255) === 0;
  return canBegin((bits >> 16) & 255) && (wide || canBegin((bits >> 8) & 255)) && (canBegin(bits & 255) || wide);
}

/** White space, visible ASCII, or the lead byte of a UTF-8 sequence and what follows it. */
function canBegin(byte: number): boolean {
  return (byte > 31 && byte !== 127) || (byte > 8 && byte < 14);
}

/** Index of the last run of a block of lines of one width, as PEM and `base64` print them. */
function lastOfWrapped(text: string, runs: Layout['tokenRuns'], first: number): number {
  const head = runs[first];
  if (head === undefined || head.end - head.start < 60 || head.end - head.start > 80) return first;
  let last = first;
  for (;;) {
    const current = runs[last];
    const next = runs[last + 1];
    if (current === undefined || next === undefined || current.end - current.start !== head.end - head.start || next.end - next.start > head.end - head.start) return last;
    if (!/^\r?\n[ \t]*$/.test(text.slice(current.end, next.start))) return last;
    last++;
  }
}
