import { closeSync } from 'node:fs';
import type { PictureText } from '../../readers/embedded-pictures.ts';
import { embeddedPictures } from '../../readers/embedded-pictures.ts';
import { openFile } from '../../sources/open-file.ts';
import type { FileReference } from '../../sources/source.ts';
import { placeOf } from '../place-of.ts';
import type { LongText } from '../outcome.ts';
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

/** Bytes of a long text that are read at once. */
const portion = 65_536;

/** The images that stand in a long text as base64, found one after the other as they are asked for. */
export function* picturesOfLongText({ file, places }: LongText, cwd: string): Generator<Picture, void> {
  const place = placeOf(file.path);
  const opened = openFile(file, cwd);
  if (opened.kind !== 'open') return;
  try {
    for (const { bytes, ...embedded } of embeddedPictures(textOf(opened.descriptor, opened.size), places)) yield { ...aboutEmbedded(place, embedded), load: () => bytes };
  } finally {
    closeSync(opened.descriptor);
  }
}

/** A text in a file, read in portions: places in it are often close to each other. */
function textOf(descriptor: number, size: number): PictureText {
  let read = { start: 0, bytes: Buffer.alloc(0) };
  return {
    size,
    slice(start, end) {
      const last = Math.min(end, size);
      if (start < read.start || last > read.start + read.bytes.length) {
        const bytes = Buffer.alloc(Math.min(size - start, Math.max(portion, last - start)));
        read = { start, bytes: bytes.subarray(0, readFully(descriptor, bytes, start)) };
      }
      return read.bytes.toString('latin1', start - read.start, last - read.start);
    },
  };
}
