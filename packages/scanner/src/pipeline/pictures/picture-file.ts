import { closeSync } from 'node:fs';
import { openFile } from '../../sources/open-file.ts';
import type { FileReference } from '../../sources/source.ts';
import { placeOf } from '../place-of.ts';
import { readFully } from '../read-into-memory.ts';
import type { Picture } from './scan-pictures.ts';

/** Bytes of an image file; a bitmap of an 8K screen has 133 million. */
const mostBytes = 160_000_000;

/** An image that is a file below a folder, given by its absolute path. */
export function pictureFile(file: FileReference, cwd: string): Picture {
  return {
    place: placeOf(file.path),
    load() {
      const opened = openFile(file, cwd);
      if (opened.kind !== 'open') return { unread: opened.kind === 'deleted' ? 'is gone' : opened.reason };
      try {
        if (opened.size > mostBytes) return { unread: `image of more than ${mostBytes.toLocaleString('en')} bytes` };
        const bytes = Buffer.alloc(opened.size);
        return bytes.subarray(0, readFully(opened.descriptor, bytes, 0));
      } finally {
        closeSync(opened.descriptor);
      }
    },
  };
}
