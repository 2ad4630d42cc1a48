import type { Raster } from '../pixels/raster.ts';

export interface Size {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** What a file holds. */
export interface Decoded {
  /** Decoded one by one, when they are asked for. */
  readonly images: Iterable<Raster>;
  /** What was left out, in words. */
  readonly omission?: string;
}

/** How one format of images is read. One file a format, listed in `index.ts`. */
export interface Format {
  readonly name: string;
  /** By its first bytes. */
  readonly accepts: (bytes: Buffer) => boolean;
  /** Size of the largest image by what the file says of itself, before anything is decoded. `undefined` where it does not say. */
  readonly sizeOf: (bytes: Buffer) => Size | undefined;
  /** @throws Error where the bytes are no such image, with whatever message. */
  readonly decode: (bytes: Buffer) => Decoded | Promise<Decoded>;
  /** Why no image of this format is read, in words; absent where they are. */
  readonly closed?: string;
  /** Texts in compressed metadata. */
  readonly textsOf?: (bytes: Buffer) => readonly string[];
}

export function startsWith(bytes: Buffer, text: string, offset = 0): boolean {
  return bytes.toString('latin1', offset, offset + text.length) === text;
}
