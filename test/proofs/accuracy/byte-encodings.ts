import { Buffer } from 'node:buffer';

/** A text file taken apart, so that it can be put together again in the encoding that it had. */
export interface DecodedFile {
  /** Without a byte-order mark. */
  readonly text: string;
  /** Bytes of another text in the same encoding, with the same byte-order mark. */
  readonly encode: (text: string) => Uint8Array;
}

const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();

/** Decodes UTF-8, UTF-16 with or without byte-order mark, and what is neither as Latin-1. */
export function decodeFile(bytes: Buffer): DecodedFile {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    return { text: bytes.subarray(2).toString('utf16le'), encode: (text) => Buffer.from(`\uFEFF${text}`, 'utf16le') };
  }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    return { text: Buffer.from(bytes.subarray(2)).swap16().toString('utf16le'), encode: (text) => utf16be(`\uFEFF${text}`) };
  }
  // The files of the corpus begin with ASCII: a zero as second byte is UTF-16 without a byte-order mark.
  if (bytes[1] === 0) return { text: bytes.toString('utf16le'), encode: (text) => Buffer.from(text, 'utf16le') };
  const text = bytes.toString('utf8');
  if (text.includes('\uFFFD')) return { text: bytes.toString('latin1'), encode: (changed) => Buffer.from(changed, 'latin1') };
  if (text.startsWith('\uFEFF')) return { text: text.slice(1), encode: (changed) => Buffer.from(`\uFEFF${changed}`) };
  return { text, encode: (changed) => Buffer.from(changed) };
}
