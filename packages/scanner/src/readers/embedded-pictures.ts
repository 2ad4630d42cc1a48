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
  // JFIF, quantisation tables, `Exif` and `ICC_PROFILE` of JPEG; a slash may be escaped.
  '/9j/4AAQ', '9j\\/4AAQ', '/9j/2wBD', '/9j/2wCE', 'RXhpZgAA', 'SUNDX1BST0ZJ',
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

/** Characters that are kept of one part of a long text for the next: an image may begin at their border. */
const overlap = 64;

/** Characters of one image as base64; longer ones are left out. */
const mostCharacters = 214_000_000;

/** A part of a text, in an encoding that shows ASCII as it is. */
export interface TextPart {
  /** No image begins in it, or on the border in front of it; so many lines end there. Absent where one may begin. */
  readonly passedLines?: number;
  bytes(): Buffer;
}

/**
 * Finds images in a text. Icons are none: no key fits into them.
 *
 * @param parts - all of the text, in order.
 */
export function* embeddedPictures(parts: Iterable<TextPart>): Generator<EmbeddedPicture, void> {
  let text = '';
  let line = 1;
  let number = 0;
  let isOpen = false;
  const iterator = parts[Symbol.iterator]();
  for (let next = iterator.next(); next.done !== true;) {
    const part: TextPart = next.value;
    if (!isOpen && part.passedLines !== undefined) {
      line += lineEndsBetween(text, 0, text.length) + part.passedLines;
      text = '';
      next = iterator.next();
      continue;
    }
    text += part.bytes().toString('latin1');
    next = iterator.next();
    isOpen = false;
    let at = 0;
    let counted = 0;
    let kept = next.done === true ? text.length : text.length - overlap;
    for (begin.lastIndex = 0; ;) {
      const match = begin.exec(text);
      if (match === null) break;
      const start = match.index + (match[0].startsWith(';') ? match[0].length : 0);
      const { characters, end } = base64At(text, start);
      if (end === text.length && next.done !== true && end - start < mostCharacters) {
        kept = match.index;
        isOpen = true;
        break;
      }
      at = end;
      begin.lastIndex = Math.max(end, start + 1);
      line += lineEndsBetween(text, counted, start);
      counted = start;
      const bytes = Buffer.from(characters, 'base64');
      if (bytes.length < fewestBytes || !beginsPicture(bytes.subarray(0, pictureHead)) || isIcon(bytes)) continue;
      number++;
      yield { name: `image-${number}.${extensionOf(bytes)}`, line, bytes };
    }
    kept = Math.max(at, kept);
    line += lineEndsBetween(text, counted, kept);
    text = text.slice(kept);
  }
}

/** The base64 that begins at an offset of a text, without what stands in between. */
function base64At(text: string, start: number): { readonly characters: string; readonly end: number } {
  const pieces: string[] = [];
  let end = start;
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
  return { characters: pieces.join(''), end };
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
