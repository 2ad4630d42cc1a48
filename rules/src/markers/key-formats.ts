import { Buffer } from 'node:buffer';
import type { Randomness } from './randomness.ts';

/** The forms a key may have: the vendor publishes none. */
export const keyFormats = ['hex', 'base64url', 'base62', 'uuid', 'jwt', 'prefixed'] as const;
export type KeyFormatName = (typeof keyFormats)[number];

const hexDigits = '0123456789abcdef';
const alphanumerics = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** Length of the random part, in characters, where a marker does not say another. */
const lengths: Readonly<Record<'hex' | 'base64url' | 'base62' | 'prefixed', number>> = {
  hex: 40,
  base64url: 43,
  base62: 40,
  prefixed: 32,
};

const draw = (random: Randomness, alphabet: string, length: number): string =>
  Array.from({ length }, () => alphabet.charAt(random(alphabet.length))).join('');

/** Starts and ends with a letter or digit, as a copied key does: `-` at an end would not survive many syntaxes. */
function drawBase64url(random: Randomness, length: number): string {
  return (
    draw(random, alphanumerics, 1) +
    draw(random, `${alphanumerics}-_`, Math.max(0, length - 2)) +
    draw(random, alphanumerics, 1)
  );
}

/** RFC 9562, version 4. */
function drawUuid(random: Randomness): string {
  const digits = draw(random, hexDigits, 30);
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `4${digits.slice(12, 15)}`,
    `${draw(random, '89ab', 1)}${digits.slice(15, 18)}`,
    digits.slice(18),
  ].join('-');
}

function drawJwt(random: Randomness): string {
  const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = { sub: draw(random, hexDigits, 12), iat: 1_700_000_000 + random(60_000_000) };
  return [encode({ alg: 'HS256', typ: 'JWT' }), encode(claims), drawBase64url(random, 43)].join('.');
}

/**
 * Makes a credential that nobody has ever issued.
 *
 * @param length - characters of the random part; ignored for `uuid` and `jwt`.
 */
export function makeKey(random: Randomness, format: KeyFormatName, length?: number): string {
  switch (format) {
    case 'hex':
      return draw(random, hexDigits, length ?? lengths.hex);
    case 'base64url':
      return drawBase64url(random, length ?? lengths.base64url);
    case 'base62':
      return draw(random, alphanumerics, length ?? lengths.base62);
    case 'prefixed':
      return `acme_live_${draw(random, alphanumerics, length ?? lengths.prefixed)}`;
    case 'uuid':
      return drawUuid(random);
    case 'jwt':
      return drawJwt(random);
  }
}
