import type { Layout } from '../layouts/layout.ts';
import type { Decoding } from './rewriting.ts';

const escape = /\\u\{([0-9a-fA-F]{1,6})\}|\\u([0-9a-fA-F]{4})|\\x([0-9a-fA-F]{2})|\\([0-3][0-7]{2})|\\(["'/\\])/g;
const entity = /&#(\d{2,7});|&#x([0-9a-fA-F]{2,6});|&(quot|apos|amp|lt|gt|nbsp|colon|equals|period|lowbar|hyphen);/g;
const percent = /(?:%[0-9a-fA-F]{2})+/g;
const entities: Readonly<Record<string, string>> = { quot: '"', apos: "'", amp: '&', lt: '<', gt: '>', nbsp: ' ', colon: ':', equals: '=', period: '.', lowbar: '_', hyphen: '-' };

const character = (code: number): string => (code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd');

/** Backslash escapes of JSON, JavaScript, C and their kin: `\u0041`, `\x41`, `\101`, `\/`, `\"`. */
export function escapeDecodings({ text }: Layout): Decoding[] {
  if (!text.includes('\\')) return [];
  const decodings: Decoding[] = [];
  for (const match of text.matchAll(escape)) {
    const hex = match[1] ?? match[2] ?? match[3];
    const decoded = hex !== undefined ? character(Number.parseInt(hex, 16)) : match[4] !== undefined ? character(Number.parseInt(match[4], 8)) : (match[5] ?? '');
    decodings.push({ start: match.index, end: match.index + match[0].length, decoded, decoder: 'escape' });
  }
  return decodings;
}

/** Character references of HTML and XML. */
export function entityDecodings({ text }: Layout): Decoding[] {
  if (!text.includes('&')) return [];
  const decodings: Decoding[] = [];
  for (const match of text.matchAll(entity)) {
    const decoded = match[1] !== undefined ? character(Number.parseInt(match[1], 10)) : match[2] !== undefined ? character(Number.parseInt(match[2], 16)) : (entities[match[3] ?? ''] ?? '');
    decodings.push({ start: match.index, end: match.index + match[0].length, decoded, decoder: 'html' });
  }
  return decodings;
}

/** Percent-encoding (RFC 3986). Bytes that are no UTF-8 stay as they are. */
export function percentDecodings({ text }: Layout): Decoding[] {
  if (!text.includes('%')) return [];
  const decodings: Decoding[] = [];
  for (const match of text.matchAll(percent)) {
    const decoded = decodedPercent(match[0]);
    if (decoded === undefined) continue;
    decodings.push({ start: match.index, end: match.index + match[0].length, decoded, decoder: 'percent', ratio: 3 });
  }
  return decodings;
}

function decodedPercent(encoded: string): string | undefined {
  try {
    const decoded = decodeURIComponent(encoded);
    // eslint-disable-next-line no-control-regex -- control characters are what is looked for
    return /[\u0000-\u0008\u000e-\u001f]/.test(decoded) ? undefined : decoded;
  } catch {
    return undefined;
  }
}
