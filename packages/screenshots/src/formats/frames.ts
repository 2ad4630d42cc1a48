/** Frames or pages of one file that are read: the first, the last and others evenly between them. */
const mostFrames = 8;

/** Which of so many frames are read, ascending. */
export function framesToRead(count: number): readonly number[] {
  if (count <= mostFrames) return Array.from({ length: count }, (_, number) => number);
  return Array.from({ length: mostFrames }, (_, number) => Math.round((number * (count - 1)) / (mostFrames - 1)));
}

/** Says what of a file is left out. */
export function omissionOf(count: number, what: string): { readonly omission?: string } {
  return count <= mostFrames ? {} : { omission: `${mostFrames} of ${count} ${what} were read` };
}
