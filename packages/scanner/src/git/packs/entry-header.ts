/** Types of entries (gitformat-pack(5), "Object types"). */
export const entryTypes = { commit: 1, tree: 2, blob: 3, tag: 4, offsetDelta: 6, idDelta: 7 } as const;

/** Bytes that the beginning of an entry never exceeds: type and size, and the offset or the id of its base. */
export const longestHeader = 10 + 32;

/** Sizes and offsets beyond this are no exact numbers any more. */
const largest = 2 ** 53;

/** The beginning of an entry of a pack. */
export class EntryHeader {
  /** 0 where there is none. */
  type = 0;
  /** Bytes of what the entry holds when it is inflated. */
  size = 0;
  /** Offset of the base from the beginning of the pack, for a delta that names it so. */
  base = 0;
  /** Where the id of the base stands, for a delta that names it so. */
  idStart = 0;
  /** Behind the header. */
  end = 0;

  /**
   * Reads a header. The object is used again and again, as there is one header for each of many entries.
   *
   * @param offset - of the entry in the pack.
   */
  read(bytes: Uint8Array, start: number, offset: number, idBytes: number): void {
    let at = start;
    let byte = bytes[at++] ?? 0;
    this.type = (byte >> 4) & 7;
    let size = byte & 15;
    for (let unit = 16; (byte & 0x80) !== 0; unit *= 128) {
      byte = bytes[at++] ?? 0;
      size += (byte & 0x7f) * unit;
      if (size >= largest) {
        this.type = 0;
        return;
      }
    }
    this.size = size;
    if (this.type === entryTypes.offsetDelta) {
      byte = bytes[at++] ?? 0;
      let distance = byte & 0x7f;
      while ((byte & 0x80) !== 0 && distance < largest) {
        byte = bytes[at++] ?? 0;
        distance = (distance + 1) * 128 + (byte & 0x7f);
      }
      this.base = offset - distance;
    } else if (this.type === entryTypes.idDelta) {
      this.idStart = at;
      at += idBytes;
    } else if (this.type === 5) this.type = 0;
    this.end = at;
  }
}
