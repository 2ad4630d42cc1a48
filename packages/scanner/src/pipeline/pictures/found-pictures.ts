import type { PlaceNote } from '@submit-guard/core';
import { memberPath } from '../../paths/file-path.ts';
import type { EmbeddedPicture, PicturePlace } from '../../readers/embedded-pictures.ts';
import { embeddedPictures, pictureTextOf } from '../../readers/embedded-pictures.ts';
import { beginsPicture, pictureHead } from '../../readers/pictures.ts';
import { placesIn } from '../places-in.ts';
import type { Place } from '../engine.ts';
import { wholeFileLimit } from '../limits.ts';
import type { PictureShelf, Shelved } from './picture-shelf.ts';

/** What of the coverage an image is counted as: a file or a member of an archive by itself, or a part of a text that is counted already. */
export type PictureCount = 'files' | 'members' | 'nothing';

/** An image that was met inside of something and is still to be read. Plain data that holds no key. */
export interface FoundPicture {
  readonly place: Place;
  readonly shelved: Shelved;
  /** What was undone to come to it, outermost first. */
  readonly via: readonly string[];
  readonly counts: PictureCount;
}

/** What an outcome says of a blob that is an image by itself. */
export interface OwnPicture {
  readonly pictures: readonly FoundPicture[];
}

/** Puts a blob on a shelf if it is an image, and somebody reads these. */
export function ownPicture(shelf: PictureShelf | undefined, place: Place, bytes: Buffer, counts: PictureCount): OwnPicture | undefined {
  if (shelf === undefined || !beginsPicture(bytes.subarray(0, pictureHead))) return undefined;
  return { pictures: [{ place, shelved: shelf.put(bytes), via: [], counts }] };
}

/** The same for a blob that comes in parts: what takes them, and what there is to say of it at its end. */
export function ownPictureIn(shelf: PictureShelf | undefined, place: Place, head: Buffer, counts: PictureCount): { readonly write?: (bytes: Uint8Array) => void; readonly found: () => OwnPicture | undefined } {
  if (shelf === undefined || !beginsPicture(head.subarray(0, pictureHead))) return { found: () => undefined };
  const writer = shelf.writer();
  return { write: writer.write, found: () => ({ pictures: [{ place, shelved: writer.shelved, via: [], counts }] }) };
}

/** Puts the images on a shelf that stand in a text as base64. */
export function foundInText(shelf: PictureShelf, place: Place, bytes: Buffer, places: readonly PicturePlace[]): readonly FoundPicture[] {
  return [...embeddedPictures(pictureTextOf(bytes), places)].map((picture) => ({ ...aboutEmbedded(place, picture), shelved: shelf.put(picture.bytes) }));
}

/** Says that images in a text were not looked for, as it is in memory in parts only and cannot be read a second time. */
export function longText(path: string): PlaceNote {
  return { path, reason: `holds images in a text of more than ${wholeFileLimit.toLocaleString('en')} bytes, which are read of files only; unpack it, and scan the file` };
}

/** Where an image in a text is, and how it got there. */
export function aboutEmbedded(place: Place, { name, line }: Pick<EmbeddedPicture, 'name' | 'line'>): Omit<FoundPicture, 'shelved'> {
  return { place: placesIn(place)(memberPath(place.name, name)), via: [`base64 on line ${line}`], counts: 'nothing' };
}
