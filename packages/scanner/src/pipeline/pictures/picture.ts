import type { Place } from '../engine.ts';
import type { FoundPicture, PictureCount } from './found-pictures.ts';
import type { PictureShelf } from './picture-shelf.ts';

/** An image, wherever it is from: a file, a member of an archive, a part of a document, an object of a repository. */
export interface Picture {
  readonly place: Place;
  /** What was undone to come to it, outermost first. */
  readonly via: readonly string[];
  readonly counts: PictureCount;
  /** The bytes of the image, or why it is not read. Called once, when it is its turn. */
  readonly load: () => Uint8Array | { readonly unread: string };
}

/** Images that stand on a shelf. */
export function shelvedPictures(shelf: PictureShelf, found: readonly FoundPicture[]): readonly Picture[] {
  return found.map(({ shelved, ...about }) => ({ ...about, load: () => shelf.take(shelved) }));
}
