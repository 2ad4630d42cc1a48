/** A file of at most so many bytes is read at once, so that all evidence in it counts. */
export const wholeFileLimit = 16 * 1024 * 1024;

/** Bytes of a window of a longer file. */
export const windowSize = 4 * 1024 * 1024;

/** Bytes that two neighbouring windows share. Whatever is reported at a border is seen with at least half of it around. */
export const windowOverlap = 64 * 1024;
