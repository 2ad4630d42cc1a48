import { readSync } from 'node:fs';
import { parseObjectLine } from '../../git/object-kinds.ts';
import type { ObjectInfo } from '../../git/object-kinds.ts';
import type { ObjectStore } from '../../git/repository.ts';
import { SegmentWriter } from '../../git/object-segment.ts';
import { readFully } from '../read-into-memory.ts';

export interface LoadedObject extends ObjectInfo {
  readonly bytes: Buffer;
}

/** Longest line that git prints about an object. Bytes. */
const headerRoom = 128;

/**
 * Reads objects one after the other; each is in memory while it is looked at. Those that git has not are left out.
 *
 * @param ids - hexadecimal; short objects, see `wholeFileLimit`.
 */
export async function* loadObjects(store: ObjectStore, ids: readonly string[]): AsyncGenerator<LoadedObject, void> {
  if (ids.length === 0) return;
  const segments = new SegmentWriter(store);
  try {
    const segment = await segments.write(ids.map((id) => `${id}\n`).join(''), true);
    for (let at = 0; ;) {
      const head = Buffer.alloc(headerRoom);
      const length = readSync(segment.descriptor, head, 0, headerRoom, at);
      const end = head.subarray(0, length).indexOf(0x0a);
      if (end === -1) return;
      const info = parseObjectLine(head.toString('latin1', 0, end));
      at += end + 1;
      if (info.kind === undefined) continue;
      const bytes = Buffer.alloc(info.size);
      if (readFully(segment.descriptor, bytes, at) < info.size) return;
      at += info.size + 1;
      yield { ...info, bytes };
    }
  } finally {
    segments.close();
  }
}
