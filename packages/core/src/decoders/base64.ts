import { codesOf, dot, wordChars } from '../characters/codes.ts';
import { beginsBase64Text } from '../characters/encoded-text.ts';
import type { Layout } from '../layouts/layout.ts';
import { printableText } from './printable.ts';
import type { Decoding } from './rewriting.ts';

const shortest = 16;
/** Widths of the lines of a wrapped text: PEM has 64 characters, `base64` 76. */
const shortestLine = 60;
const longestLine = 80;

const isWord = codesOf(wordChars);
const isLead = codesOf('-_+/=');

/** Base64 and base64url, with or without padding, also wrapped at a fixed width. */
export function base64Decodings({ text, tokenRuns }: Layout): Decoding[] {
  const decodings: Decoding[] = [];
  for (let i = 0; i < tokenRuns.length; i++) {
    const run = tokenRuns[i];
    if (run === undefined) continue;
    const last = lastOfWrapped(text, tokenRuns, i);
    const isWrapped = last > i;
    const end = tokenRuns[last]?.end ?? run.end;
    i = last;
    // A part of a dotted token (JWT) or of a path is no text of its own.
    if (text.charCodeAt(run.start - 1) === dot && isWord[text.charCodeAt(run.start - 2)] === 1) continue;
    if (text.charCodeAt(end) === dot && isWord[text.charCodeAt(end + 1)] === 1) continue;
    let start = run.start;
    while (start < end && isLead[text.charCodeAt(start)] === 1) start++;
    // The head of a wrapped text stands in its first line, unless that is nothing but what was passed over.
    if (start + 8 <= run.end ? !mayBeText(text, start, end) : end - start < shortest) continue;
    const whole = text.slice(start, end);
    const encoded = isWrapped ? whole.replace(/\s+/g, '') : whole;
    const decoded = decodeBase64(encoded);
    if (decoded === undefined) continue;
    const isProportional = decoded.isUtf8 && encoded.length === whole.length;
    decodings.push({ start, end, decoded: decoded.text, decoder: 'base64', ...(isProportional ? { ratio: 4 / 3 } : {}) });
  }
  return decodings;
}

function decodeBase64(encoded: string): { text: string; isUtf8: boolean } | undefined {
  const plain = encoded.replace(/={1,2}$/, '');
  if (plain.length < shortest || plain.length % 4 === 1 || plain.includes('=') || /^(?:[a-z]+|[A-Z_]+|[0-9]+)$/.test(plain)) return undefined;
  if (plain.length > 24 && printableText(Buffer.from(plain.slice(0, 24), 'base64').subarray(0, 16)) === undefined) return undefined;
  const bytes = Buffer.from(plain, 'base64');
  const text = printableText(bytes);
  return text === undefined || text.length < 10 ? undefined : { text, isUtf8: Buffer.byteLength(text) === bytes.length };
}

/** A quick no for nearly all random tokens, before anything is copied. */
function mayBeText(text: string, start: number, end: number): boolean {
  return end - start >= shortest && beginsBase64Text(text, start);
}

/** Index of the last run of a block of lines of one width, as PEM and `base64` print them. */
function lastOfWrapped(text: string, runs: Layout['tokenRuns'], first: number): number {
  const head = runs[first];
  if (head === undefined || head.end - head.start < shortestLine || head.end - head.start > longestLine) return first;
  let last = first;
  for (;;) {
    const current = runs[last];
    const next = runs[last + 1];
    if (current === undefined || next === undefined || current.end - current.start !== head.end - head.start || next.end - next.start > head.end - head.start) return last;
    if (!/^\r?\n[ \t]*$/.test(text.slice(current.end, next.start))) return last;
    last++;
  }
}
