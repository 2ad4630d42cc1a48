import { beginsPicture, isIcon, pictureHead } from './pictures.ts';

/** An image, or a document with pages, that stands in a text as base64: in a data URL, a notebook, a mail, a recording of requests. */
export interface EmbeddedPicture {
  /** A name for it in its document: `image-3.png`, counted from 1. */
  readonly name: string;
  /** Line on which it begins, from 1. */
  readonly line: number;
  readonly bytes: Buffer;
}

/** What speaks of such images in the bytes of a text. Each is long enough to be rare, and to be searched for at no cost. */
export const pictureTexts: readonly string[] = [
  // The beginnings of PNG, GIF and PDF.
  'iVBORw0KGgo', 'R0lGODlh', 'R0lGODdh', 'JVBERi0x', 'JVBERi0y',
  // JFIF, Adobe, quantisation tables, `Exif` and `ICC_PROFILE` of JPEG; a slash may be escaped.
  '/9j/4AAQ', '9j\\/4AAQ', '/9j/7gAO', '/9j/2wBD', '/9j/2wCE', 'RXhpZgAA', 'SUNDX1BST0ZJ',
  // `EBPVP8` of WebP, `typavi` and `typhei` of AVIF and HEIC.
  'RUJQVlA4', 'GZ0eXBhdm', 'GZ0eXBoZW',
  'data:image/jp', 'data:image/bmp', 'data:image/tif',
];

/** How images begin as base64. What is told by a few letters only counts behind the sign of a data URL. */
const begin = /(?<![A-Za-z0-9+/])(?:iVBORw0KGgo|\\?\/9j\\?\/|R0lGOD[dl]h|UklGR|JVBERi0|AAAA[A-Za-z0-9]GZ0eXB)|;base64,(?=Qk|SUkqA|TU0AK)/g;

const run = /[A-Za-z0-9+/]+/y;

/** What may stand between two runs of one image: a line end (of the text, in a string, between strings of an array), or a letter that is escaped. */
const gap = /=?\r?\n[ \t]*|(?:\\r)?\\n(?:",\s*")?|\\(?=\/)|\\u002[bf]|%2[bf]/iy;

/** Characters of a line of base64, at the least, that goes on in the next one: a word at the end of a line is not the beginning of an image. */
const shortestLine = 40;

/** Bytes of the smallest image that shows a key. */
const fewestBytes = 300;

/** Bytes on either side of a text that speaks of an image within which the image begins, with room to spare: texts close to each other are one place. */
export const pictureReach = 512;

/** Characters of one image as base64; longer ones are left out. */
const mostCharacters = 214_000_000;

/** Characters that are read at once where an image begins. */
const firstCharacters = 8192;

/** Characters by which more is read where an image goes on to the end of what was. */
const growth = 8;

/** Characters of the longest thing that may stand between two runs of one image. */
const longestGap = 64;

/** A text, in an encoding that shows ASCII as it is. */
export interface PictureText {
  /** Bytes. */
  readonly size: number;
  /** The bytes between two offsets, each as one character. */
  slice(start: number, end: number): string;
}

/** A place of a text in which images may begin. */
export interface PicturePlace {
  /** Offsets in bytes. */
  readonly start: number;
  readonly end: number;
  /** Line of the first byte, from 1. */
  readonly line: number;
}

/** A text that is in memory. */
export function pictureTextOf(bytes: Buffer): PictureText {
  return { size: bytes.length, slice: (start, end) => bytes.toString('latin1', start, end) };
}

/**
 * Finds images in a text. Icons are none: no key fits into them.
 *
 * @param places - ascending, as what stands around `pictureTexts`.
 */
export function* embeddedPictures(text: PictureText, places: Iterable<PicturePlace>): Generator<EmbeddedPicture, void> {
  let number = 0;
  let done = 0;
  for (const place of places) {
    if (place.end <= done) continue;
    const first = Math.max(0, place.start - 1);
    const around = text.slice(first, place.end);
    let { line } = place;
    let counted = place.start - first;
    for (let from = Math.max(place.start, done) - first; ;) {
      begin.lastIndex = from;
      const match = begin.exec(around);
      if (match === null) break;
      const at = match.index + (match[0].startsWith(';') ? match[0].length : 0);
      const { characters, length } = base64At(text, first + at);
      done = first + at + length;
      from = Math.max(at + length, at + 1);
      line += lineEndsBetween(around, counted, at);
      counted = at;
      const bytes = Buffer.from(characters, 'base64');
      if (bytes.length < fewestBytes || !beginsPicture(bytes.subarray(0, pictureHead)) || isIcon(bytes)) continue;
      number++;
      yield { name: `image-${number}.${extensionOf(bytes)}`, line, bytes };
    }
  }
}

/** The base64 that begins at an offset of a text, read further and further. */
function base64At(text: PictureText, start: number): Base64Stretch {
  for (let length = firstCharacters; ; length *= growth) {
    const found = base64In(text.slice(start, start + length));
    if (found.length < length - longestGap || start + length >= text.size || length > mostCharacters) return found;
  }
}

interface Base64Stretch {
  readonly characters: string;
  /** Characters, those in between included. */
  readonly length: number;
}

/** The base64 with which a text begins, without what stands in between. */
function base64In(text: string): Base64Stretch {
  const pieces: string[] = [];
  let end = 0;
  for (let line = 0; ;) {
    run.lastIndex = end;
    const piece = run.exec(text)?.[0] ?? '';
    pieces.push(piece);
    end += piece.length;
    line += piece.length;
    gap.lastIndex = end;
    const between = gap.exec(text)?.[0];
    if (between === undefined) break;
    const escaped = escapedLetters.get(between.toLowerCase());
    if (escaped === undefined && line < shortestLine) break;
    if (escaped === undefined) line = 0;
    else pieces.push(escaped);
    end += between.length;
  }
  return { characters: pieces.join(''), length: end };
}

const escapedLetters: ReadonlyMap<string, string> = new Map([['\\', ''], ['\\u002b', '+'], ['\\u002f', '/'], ['%2b', '+'], ['%2f', '/']]);

/** Looks at nothing behind `to`: where there are many images in one line, that would be all of the text for each of them. */
function lineEndsBetween(text: string, from: number, to: number): number {
  const between = text.slice(from, to);
  let count = 0;
  for (let at = between.indexOf('\n'); at !== -1; at = between.indexOf('\n', at + 1)) count++;
  return count;
}

const extensions = [['\x89PNG', 'png'], ['\xff\xd8', 'jpg'], ['GIF8', 'gif'], ['RIFF', 'webp'], ['%PDF', 'pdf'], ['BM', 'bmp'], ['II', 'tiff'], ['MM', 'tiff']] as const;

function extensionOf(bytes: Buffer): string {
  const head = bytes.toString('latin1', 0, 4);
  return extensions.find(([mark]) => head.startsWith(mark))?.[1] ?? (bytes.toString('latin1', 8, 11) === 'avi' ? 'avif' : 'heic');
}
