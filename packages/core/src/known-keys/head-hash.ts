/** UTF-16 units that a value must have to be looked for. */
export const headLength = 8;

/** Number of different {@link headHash}es. */
export const headHashes = 1 << 16;

/** The first four characters at an offset, mixed into 16 bits: tells fast that no value of many begins there. */
export function headHash(text: string, at: number): number {
  return (text.charCodeAt(at) * 0x9e5 + text.charCodeAt(at + 1) * 0x1f3 + text.charCodeAt(at + 2) * 0x4d + text.charCodeAt(at + 3) * 0x7) & (headHashes - 1);
}

/** All characters of a head, mixed into 30 bits: of two heads, one in a thousand million has the hash of the other. */
export function wholeHeadHash(text: string, at: number): number {
  let hash = 0;
  for (let index = at; index < at + headLength; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) ^ (hash >>> 15);
  return hash & 0x3fffffff;
}
