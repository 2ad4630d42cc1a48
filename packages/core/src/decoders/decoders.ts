import type { Layout } from '../layouts/layout.ts';
import { base64Decodings } from './base64.ts';
import { concatenationDecodings } from './concatenation.ts';
import { embeddedJsonDecodings } from './embedded-json.ts';
import { entityDecodings, escapeDecodings, percentDecodings } from './escapes.ts';
import { hexadecimalDecodings } from './hexadecimal.ts';
import type { Decoding } from './rewriting.ts';

/** Every decoder: from a text to the encoded stretches in it. */
export const decoders: readonly ((layout: Layout) => Decoding[])[] = [
  escapeDecodings,
  embeddedJsonDecodings,
  entityDecodings,
  percentDecodings,
  base64Decodings,
  hexadecimalDecodings,
  concatenationDecodings,
];

/** Whether anything in a text is encoded. */
export function holdsEncoded(layout: Layout): boolean {
  return decoders.some((decode) => decode(layout).length > 0);
}
