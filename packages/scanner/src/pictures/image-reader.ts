import type { Box, Size } from '@submit-guard/core';

/** A word as it was read. */
export interface Word {
  readonly text: string;
  readonly box: Box;
  /** A box for each UTF-16 unit of the text. */
  readonly characters: readonly Box[];
}

/** Words from left to right. */
export type Line = readonly Word[];

/** One image of a file, or what stands on a page of a document; its size in pixels. */
export interface Page extends Size {
  /** Number of the page of a document, from 1. */
  readonly number?: number;
  /** The words stand in the file as text, and have not been recognised. */
  readonly isText?: boolean;
  /** In the order in which a person would read them. */
  readonly lines: readonly Line[];
}

/** What an image file comes to. */
export type Reading =
  | {
    readonly kind: 'read';
    readonly pages: readonly Page[];
    /** Texts in compressed metadata. */
    readonly texts: readonly string[];
    /** What was left out on purpose. */
    readonly omission?: string;
    /** What should have been read and was not. */
    readonly unread?: string;
  }
  | { readonly kind: 'passed over'; readonly reason: string; readonly texts: readonly string[] }
  | { readonly kind: 'unread'; readonly reason: string };

/** What the scanner asks of a reader of images; that of `@submit-guard/screenshots` is one. */
export interface ImageReader {
  /** Stands for all that decides what is read in an image. */
  readonly version: string;
  /** Images that are read at the same time; more wait. */
  readonly lanes: number;
  /** Never rejects. */
  read(bytes: Uint8Array): Promise<Reading>;
  /** A copy of the first image of a file, or of a page of a document, as a PNG without metadata, in which boxes are painted over. */
  cover(bytes: Uint8Array, boxes: readonly Box[], page?: number): Promise<Uint8Array>;
  /** Ends its threads. */
  close(): Promise<void>;
}
