const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** Bytes of a line without an end that are held at most: what the detector reads as one, with what is seen before it. */
export const longestLine = 524_288;

/** Whether a line, finished or not, is longer than what is held. Nobody has to wait for a line feed to know that. */
export function isLongLine(line: Buffer): boolean {
  return line.length - (line.at(-1) === lineFeed ? 1 : 0) >= longestLine;
}

/**
 * Offset behind the last finished line; 0 where none is finished. A line ends with a line feed, or with a carriage return that none follows; of one
 * at the very end nobody knows yet.
 */
export function behindLastLine(bytes: Buffer): number {
  const alone = bytes.length < 2 ? -1 : bytes.lastIndexOf(carriageReturn, bytes.length - 2);
  return Math.max(bytes.lastIndexOf(lineFeed), alone) + 1;
}

/** Offset behind the line that an offset lies in; the end where it is the last one. */
export function behindLine(bytes: Buffer, offset: number): number {
  const feed = bytes.indexOf(lineFeed, offset);
  const end = feed === -1 ? bytes.length : feed + 1;
  const at = bytes.subarray(offset, end).indexOf(carriageReturn);
  return at === -1 || bytes[offset + at + 1] === lineFeed ? end : offset + at + 1;
}

/** Offset at which the line of an offset begins. */
export function lineStart(bytes: Buffer, offset: number): number {
  if (offset === 0) return 0;
  const feed = bytes.lastIndexOf(lineFeed, offset - 1);
  const at = bytes.lastIndexOf(carriageReturn, offset - 1);
  // A carriage return in front of a line feed ends no line.
  return at > feed && bytes[at + 1] !== lineFeed ? at + 1 : feed + 1;
}

/** A line without what ends it. */
export function withoutEnd(line: string): string {
  return line.replace(/[\r\n]+$/, '');
}
