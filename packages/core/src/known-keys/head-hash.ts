/** UTF-16 units that a value must have to be looked for. */
export const headLength = 8;

/** Number of different {@link headHash}es. */
export const headHashes = 1 << 16;

/** The first four characters at an offset, mixed into 16 bits: tells fast that no value of many begins there. */
export function headHash(text: string, at: number): number {
  return (text.charCodeAt(at) * 0x9e5 + text.charCodeAt(at + 1) * 0x1f3 + text.charCodeAt(at + 2) * 0x4d + text.charCodeAt(at + 3) * 0x7) & (headHashes - 1);
}
