/** Gives bytes in order. */
export interface ByteReader {
  /** Fills the beginning of `target`, at least one byte of it. @returns the number of bytes, 0 at the end. */
  read(target: Uint8Array): number | Promise<number>;
}

/** A stretch of a blob. Its bytes are overwritten when the next one is asked for. */
export interface Window {
  readonly bytes: Buffer;
  /** Offset of the first byte in the blob. */
  readonly start: number;
  /**
   * What starts in this range of offsets in the blob is this window's to report. The ranges of all windows follow one
   * upon the other without a gap, so that nothing is reported twice.
   */
  readonly ownedFrom: number;
  readonly ownedTo: number;
  /** Offset at which the next window starts; the end of the blob for the last one. */
  readonly nextStart: number;
}

export interface WindowOptions {
  /** Bytes of a window: at least four times the overlap. */
  readonly size: number;
  /** Bytes that two neighbours share: each sees at least half of them around whatever it reports at a border. */
  readonly overlap: number;
  /** Finds the offset from which on to cut, see `TextEncoding.align`; asked for once, with the first bytes of the blob. */
  readonly alignment: (first: Buffer) => (bytes: Buffer, at: number) => number;
}

/**
 * Cuts bytes into windows that overlap, in memory for one window however long the blob is. Whatever is shorter than the
 * overlap and its surroundings is seen whole by the window that reports it.
 */
export async function* windowsOf(reader: ByteReader, { size, overlap, alignment }: WindowOptions): AsyncGenerator<Window> {
  const buffer = Buffer.allocUnsafeSlow(size);
  let align: ((bytes: Buffer, at: number) => number) | undefined;
  let start = 0;
  let filled = 0;
  let ownedFrom = 0;
  for (;;) {
    let ended = false;
    while (filled < size && !ended) {
      const count = await reader.read(buffer.subarray(filled));
      filled += count;
      ended = count === 0;
    }
    const bytes = buffer.subarray(0, filled);
    align ??= alignment(bytes);
    const border = ended ? filled : align(bytes, filled - overlap / 2);
    const next = ended ? filled : align(bytes, filled - overlap);
    yield { bytes, start, ownedFrom, ownedTo: start + border, nextStart: start + next };
    if (ended) return;
    ownedFrom = start + border;
    buffer.copyWithin(0, next, filled);
    start += next;
    filled -= next;
  }
}
