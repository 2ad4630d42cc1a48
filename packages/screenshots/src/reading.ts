/** A rectangle in the pixels of an image; the origin is its upper left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A word as it was read, and where it stands. */
export interface Word {
  readonly text: string;
  readonly box: Box;
  /** A box for each UTF-16 unit of the text. */
  readonly characters: readonly Box[];
}

/** Words from left to right. */
export type Line = readonly Word[];

/** One image of a file: the only one of most formats, a frame of an animation, the text or a picture of a page of a document. */
export interface Page {
  /** Number of the page of a document, from 1; absent where the file is no document. */
  readonly number?: number;
  /** The words stand in the file as text, and have not been recognised. */
  readonly isText?: boolean;
  /** Pixels; those of a page of a document with two for each point. */
  readonly width: number;
  readonly height: number;
  /** Lines in the order in which a person would read them. */
  readonly lines: readonly Line[];
}

/** What a file comes to. Plain data, so that it can come from a worker. */
export type Reading =
  | {
    readonly kind: 'read';
    readonly pages: readonly Page[];
    /** Texts that the file carries in compressed metadata, where no search of its bytes can see them. */
    readonly texts: readonly string[];
    /** What of the file was not looked at on purpose, in words. */
    readonly omission?: string;
    /** What of it should have been read and was not, in words. */
    readonly unread?: string;
  }
  | { readonly kind: 'passed over'; readonly reason: string; readonly texts: readonly string[] }
  /** It should have been read and was not. */
  | { readonly kind: 'unread'; readonly reason: string };

/** What a reader may spend on one image. */
export interface Limits {
  /** Pixels of one image, before it is decoded. */
  readonly pixels: number;
  /** Time for one file. */
  readonly seconds: number;
}

/** An 8K screen has 33 million pixels; a long page in a browser is not longer. */
export const defaultLimits: Limits = { pixels: 40_000_000, seconds: 120 };
