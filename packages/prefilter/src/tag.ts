/**
 * Tags: 32-bit salted hashes of known keys, for keys that are known by fingerprint only. A tag finds candidates at
 * the speed of reading; a slow hash then confirms them.
 *
 * The tag is a polynomial rolling hash with a finaliser, so that the kernel can test *every* stretch of a given length
 * and needs no opinion on where a key begins: `n` + key in an escaped string, or a key right after a `/`, is found too.
 *
 * A tag says 32 bits about its key: nothing that helps against a long random key, but it lets a guesser sort out
 * wrong guesses without the slow hash. A file format should say so.
 */

/** Finaliser of MurmurHash3 (Austin Appleby, public domain): a bijection of 32-bit integers that mixes every bit. */
function mix(value: number): number {
  let mixed = value | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

/** The inverse of {@link mix}: the factors are the inverses modulo 2 to the 32nd. */
function unmix(value: number): number {
  let mixed = value ^ (value >>> 16);
  mixed = Math.imul(mixed, 0x7ed1b41d);
  mixed = Math.imul(mixed ^ (mixed >>> 13) ^ (mixed >>> 26), 0xa5cb9243);
  return mixed ^ (mixed >>> 16);
}

/** Parameters of the rolling hash that follow from a salt. */
export interface TagParameters {
  /** Odd multiplier of the polynomial. */
  readonly multiplier: number;
  /** Random-looking term for each byte. */
  readonly terms: Int32Array;
}

/** @param salt - 32-bit integer; use the same for all keys of one file. */
export function tagParameters(salt: number): TagParameters {
  return {
    multiplier: (mix(salt ^ 0x5bd1e995) & ~7) | 5,
    terms: Int32Array.from({ length: 256 }, (_, byte) => mix(salt + Math.imul(byte + 1, 0x9e3779b9))),
  };
}

/** Turns the state of the rolling hash into the tag: an unsigned 32-bit integer. */
function finishTag(salt: number, state: number): number {
  return mix(state ^ salt) >>> 0;
}

/** The state of the rolling hash that {@link finishTag} turns into `tag`. */
export function unfinishTag(salt: number, tag: number): number {
  return unmix(tag) ^ salt;
}

/**
 * The tag of a key.
 *
 * @param salt - 32-bit integer.
 * @param bytes - the key as it stands in a file, usually ASCII.
 * @returns an unsigned 32-bit integer.
 */
export function tagOf(salt: number, bytes: Uint8Array): number {
  return taggerFor(salt)(Buffer.from(bytes).toString('latin1'));
}

/**
 * The tags of many values with one salt.
 *
 * @returns a function that takes a value of characters up to U+00FF, one for each byte, and returns what {@link tagOf} does.
 */
export function taggerFor(salt: number): (value: string) => number {
  const { multiplier, terms } = tagParameters(salt);
  return (value) => {
    let state = 0;
    for (let index = 0; index < value.length; index++) state = (Math.imul(state, multiplier) + (terms[value.charCodeAt(index)] ?? 0)) | 0;
    return finishTag(salt, state);
  };
}

/**
 * Whether every byte of a key is a character of a bearer token (`b68token`, RFC 6750 section 2.1: letters, digits and
 * `-._~+/=`). Only such keys are found by tag.
 */
export function isTaggable(bytes: Uint8Array): boolean {
  return bytes.every(isKeyCharacter);
}

/** Whether a byte is one of the letters, digits and `-._~+/=`. */
export function isKeyCharacter(byte: number): boolean {
  return (byte >= 0x2d && byte <= 0x39) || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a)
    || byte === 0x2b || byte === 0x3d || byte === 0x5f || byte === 0x7e;
}
