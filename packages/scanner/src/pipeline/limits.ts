import { longestStretch, stretchOverlap } from '@submit-guard/core';

/** A file of at most so many bytes is read at once, so that all evidence in it counts. */
export const wholeFileLimit = 16 * 1024 * 1024;

/** How a longer file is read: in windows of one size, each with some of its neighbours around it. */
export interface WindowLayout {
  /** Bytes of a window. A multiple of 4. */
  readonly size: number;
  /**
   * Bytes that are seen on either side of a window, and on either side of what speaks of Submit in it: whatever is reported is seen with
   * at least so much around it. A multiple of 4.
   */
  readonly context: number;
}

/** The windows of the command line: with what is around it, each is one stretch to the detector. */
export const windowLayout: WindowLayout = { size: longestStretch, context: stretchOverlap / 2 };

/** Windows that are handed to a thread at once: few enough for all threads to come to an end together, however much stands in them. */
export const windowsOfTask = 4;
