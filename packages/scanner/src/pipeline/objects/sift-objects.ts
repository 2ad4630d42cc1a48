import type { Repository } from '../../git/repository.ts';
import { writeSegment } from '../../git/object-segment.ts';
import { failureReason } from '../../sources/failure-reason.ts';
import type { Engine } from '../engine.ts';
import type { SiftResult } from './sift.ts';
import { Sift } from './sift.ts';

/** Objects on which git fails one after the other before the rest of a batch is given up. */
const mostFailures = 32;

/** What git needs to know of a repository; plain data, for other threads. */
export type ObjectStore = Pick<Repository, 'folder' | 'environment'>;

/**
 * Reads a batch of objects and looks for what may be in them. An object on which git fails is named, and the rest is read without it.
 *
 * @param ids - hexadecimal, each with a line feed behind it.
 */
export class ObjectSifter {
  readonly #engine: Engine;
  readonly #store: ObjectStore;

  constructor(engine: Engine, store: ObjectStore) {
    this.#engine = engine;
    this.#store = store;
  }

  async sift(ids: string): Promise<SiftResult> {
    const sift = new Sift(this.#engine);
    const list = ids.split('\n').slice(0, -1);
    let next = 0;
    for (let failures = 0; next < list.length; failures++) {
      const rest = list.slice(next);
      if (failures === mostFailures) {
        for (const id of rest) sift.unread.push({ id, reason: 'git has failed on too many objects before it' });
        break;
      }
      try {
        const segment = await writeSegment(this.#store, next === 0 ? ids : `${rest.join('\n')}\n`);
        try {
          next += sift.read(segment);
          if (next >= list.length) {
            // All is there, and git complained all the same, perhaps of a pack that it left out.
            if (segment.failure !== undefined) sift.unread.push({ id: '', reason: segment.failure });
            break;
          }
          const id = list[next++] ?? '';
          sift.unread.push({ id, reason: `git cannot read the object: ${segment.failure ?? 'no reason given'}` });
        } finally {
          segment.close();
        }
      } catch (error) {
        for (const id of rest) sift.unread.push({ id, reason: failureReason(error) });
        break;
      }
    }
    return sift;
  }
}
