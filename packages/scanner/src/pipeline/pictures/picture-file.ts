import { closeSync } from 'node:fs';
import type { TextPart } from '../../readers/embedded-pictures.ts';
import { embeddedPictures } from '../../readers/embedded-pictures.ts';
import { openFile } from '../../sources/open-file.ts';
import type { FileReference } from '../../sources/source.ts';
import { placeOf } from '../place-of.ts';
import type { BlobSearch } from '../blob-search.ts';
import { readFully, readInto } from '../read-into-memory.ts';
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

/** Bytes of a long text that are looked at in one go, and those in front of them in which an image may begin. */
const partBytes = 1_048_576;
const border = 64;

/**
 * The images that stand in a long text as base64, found one after the other as they are asked for.
 *
 * @param search - tells which parts of the text speak of images; the others are not decoded.
 */
export function* picturesOfLongText(file: FileReference, cwd: string, search: BlobSearch): Generator<Picture, void> {
  const place = placeOf(file.path);
  const opened = openFile(file, cwd);
  if (opened.kind !== 'open') return;
  try {
    for (const { bytes, ...embedded } of embeddedPictures(partsOf(opened.descriptor, opened.size, search))) yield { ...aboutEmbedded(place, embedded), load: () => bytes };
  } finally {
    closeSync(opened.descriptor);
  }
}

function* partsOf(descriptor: number, size: number, search: BlobSearch): Generator<TextPart, void> {
  for (let at = 0; at < size; at += partBytes) {
    const length = Math.min(partBytes, size - at);
    const from = Math.max(0, at - border);
    const read = readInto(search, descriptor, from, at - from + length);
    const part = {
      // By then, something else may stand in the memory of the search.
      bytes: () => {
        const bytes = Buffer.alloc(length);
        return bytes.subarray(0, readFully(descriptor, bytes, at));
      },
    };
    if (search.mentionsPictures(0, read)) yield part;
    else yield { ...part, passedLines: search.lineEndsIn(behindParted(search.memory(read), at - from), read) };
  }
}

const carriageReturn = 0x0d;
const lineFeed = 0x0a;

/** A line end that lies across an offset has been counted in front of it. */
const behindParted = (bytes: Buffer, offset: number): number => (offset > 0 && bytes[offset - 1] === carriageReturn && bytes[offset] === lineFeed ? offset + 1 : offset);
