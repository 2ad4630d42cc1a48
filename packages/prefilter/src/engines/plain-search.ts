/** The text that is searched. */
export interface PlainText {
  /** The text and at least {@link textPadding} bytes more, whose content does not matter. */
  readonly bytes: Uint8Array;
  readonly view: DataView;
  /** Bytes of the text. */
  readonly length: number;
}

/** Bytes after the text that may be read. */
export const textPadding = 8;

/** Groups still searched for, and what to do with an occurrence. */
export interface Search {
  alive: number;
  take(group: number, offset: number, value: number): void;
}
