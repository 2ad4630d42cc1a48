import type { ObjectStore } from '../../git/repository.ts';
import { SegmentWriter } from '../../git/object-segment.ts';
import { failureReason } from '../../sources/failure-reason.ts';
import type { Engine } from '../engine.ts';
import type { KnownIds } from '../../git/known-ids.ts';
import type { PackWork, TakePortion } from './packs/pack-work.ts';
import { siftNextPortion } from './packs/pack-work.ts';
import type { PackSifter } from './packs/sift-packs.ts';
import type { SiftResult } from './sift.ts';
import { resultOf, Sift } from './sift.ts';
import { unreadAll } from './unread-objects.ts';

/** Objects on which git fails one after the other before the rest of a batch is given up. */
const mostFailures = 32;

/** Reads batches of objects and looks for what may be in them, with a memory and a temporary file of its own. */
export class ObjectSifter {
  readonly #engine: Engine;
  readonly #segments: SegmentWriter;
  readonly #mindsComments: boolean;
  #packs: PackSifter | undefined;

  /** @param mindsComments - whether suppression comments are a reason to look closer. */
  constructor(engine: Engine, store: ObjectStore, mindsComments = false) {
    this.#engine = engine;
    this.#mindsComments = mindsComments;
    this.#segments = new SegmentWriter(store);
  }

  /**
   * @param ids - hexadecimal, each with a line feed behind it.
   * @param known - as in `ObjectLane`.
   */
  async sift(ids: string, known?: KnownIds): Promise<SiftResult> {
    const sift = new Sift(this.#engine, this.#mindsComments, known);
    try {
      const segment = await this.#segments.write(ids, false);
      const count = ids.length / (ids.indexOf('\n') + 1);
      return segment.failure === undefined && sift.read(segment, ids) === count ? resultOf(sift) : await this.#siftWithCare(ids.split('\n').slice(0, -1));
    } catch (error) {
      return unreadAll(ids.split('\n').slice(0, -1), failureReason(error));
    }
  }

  /** Between two portions, whatever else this thread has to do comes to its turn. */
  async siftPacks(work: PackWork, take: TakePortion): Promise<void> {
    const { PackSifter } = await import('./packs/sift-packs.ts');
    const sifter = this.#packs ??= new PackSifter(this.#engine);
    while (siftNextPortion(work, sifter, take)) await new Promise((resolve) => setImmediate(resolve));
  }

  /** Reads objects of which git cannot read some: these are named, and the rest is read without them. */
  async #siftWithCare(list: readonly string[]): Promise<SiftResult> {
    const sift = new Sift(this.#engine, this.#mindsComments);
    for (let next = 0, failures = 0; next < list.length; failures++) {
      const rest = list.slice(next);
      if (failures === mostFailures) {
        for (const id of rest) sift.unread.push({ id, reason: 'git has failed on too many objects before it' });
        break;
      }
      const ids = `${rest.join('\n')}\n`;
      const segment = await this.#segments.write(ids, true);
      next += sift.read(segment, ids);
      const reason = segment.failure ?? 'no reason given';
      if (next < list.length) sift.unread.push({ id: list[next++] ?? '', reason: `git cannot read the object: ${reason}` });
      // All is there, and git complained all the same, perhaps of a pack that it left out.
      else if (segment.failure !== undefined) sift.unread.push({ id: '', reason });
    }
    return resultOf(sift);
  }

  close(): void {
    this.#segments.close();
    this.#packs?.close();
  }
}
