/** The word at a byte address, a multiple of 4, of an image. */
export function word(words: Int32Array, address: number): number {
  return words[address >>> 2] as number;
}
