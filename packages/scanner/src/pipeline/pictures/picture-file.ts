import { closeSync } from 'node:fs';
import { embeddedPictures } from '../../readers/embedded-pictures.ts';
import { openFile } from '../../sources/open-file.ts';
import type { FileReference } from '../../sources/source.ts';
import { placeOf } from '../place-of.ts';
import { readFully } from '../read-into-memory.ts';
import { aboutEmbedded } from './found-pictures.ts';
import type { Picture } from './picture.ts';
import { mostPictureBytes } from './picture-shelf.ts';

/** An image that is a file below a folder, given by its absolute path. */
export function pictureFile(file: FileReference, cwd: string): Picture {
  return {
    place: placeOf(file.path),
    via: [],
    counts: 'files',
    load() {
      const opened = openFile(file, cwd);
      if (opened.kind !== 'open') return { unread: opened.kind === 'deleted' ? 'is gone' : opened.reason };
      try {
        if (opened.size > mostPictureBytes) return { unread: `image of more than ${mostPictureBytes.toLocaleString('en')} bytes` };
        const bytes = Buffer.alloc(opened.size);
        return bytes.subarray(0, readFully(opened.descriptor, bytes, 0));
      } finally {
        closeSync(opened.descriptor);
      }
    },
  };
}

/** Bytes of a long text that are looked at in one go. */
const partBytes = 16_777_216;

/** The images that stand in a long text as base64, found one after the other as they are asked for. */
export function* picturesOfLongText(file: FileReference, cwd: string): Generator<Picture, void> {
  const place = placeOf(file.path);
  const opened = openFile(file, cwd);
  if (opened.kind !== 'open') return;
  try {
    for (const { bytes, ...embedded } of embeddedPictures(partsOf(opened.descriptor, opened.size))) yield { ...aboutEmbedded(place, embedded), load: () => bytes };
  } finally {
    closeSync(opened.descriptor);
  }
}

function* partsOf(descriptor: number, size: number): Generator<Buffer, void> {
  for (let at = 0; at < size; at += partBytes) {
    const bytes = Buffer.alloc(Math.min(partBytes, size - at));
    yield bytes.subarray(0, readFully(descriptor, bytes, at));
  }
}
