import type { KnownIds } from '../../git/known-ids.ts';
import type { PackWork, TakePortion } from './packs/pack-work.ts';
import type { SiftResult } from './sift.ts';

/** Sifts one batch at a time: this thread, or a worker. */
export interface ObjectLane {
  /**
   * Never rejects.
   *
   * @param known - ids of the repository, where it is asked whether what objects refer to is there.
   */
  sift(ids: string, known?: KnownIds): Promise<SiftResult>;
  /** Sifts portions of packs as long as there are any that nobody else has taken. Never rejects; a portion that is lost is told of nobody. */
  siftPacks(work: PackWork, take: TakePortion): Promise<void>;
  close(): void | Promise<void>;
}

/** Hands batches of objects to lanes, as soon as one is free. */
export class ObjectLanes {
  readonly #lanes: ObjectLane[];
  readonly #busy = new Map<ObjectLane, Promise<void>>();
  readonly #take: (result: SiftResult, ids: string) => void;

  /** @param take - told what each batch comes to, in whatever order they end. */
  constructor(first: ObjectLane, take: (result: SiftResult, ids: string) => void) {
    this.#lanes = [first];
    this.#take = take;
  }

  add(lanes: readonly ObjectLane[]): void {
    this.#lanes.push(...lanes);
  }

  /** Waits for a free lane and lets it begin. */
  async submit(ids: string, known?: KnownIds): Promise<void> {
    let lane: ObjectLane | undefined;
    // The last lanes first: workers, while this thread lists what comes next.
    while ((lane = this.#lanes.findLast((each) => !this.#busy.has(each))) === undefined) await Promise.race(this.#busy.values());
    const free = lane;
    this.#busy.set(free, free.sift(ids, known).then((result) => {
      this.#busy.delete(free);
      this.#take(result, ids);
    }));
  }

  /**
   * Has all lanes sift portions of packs.
   *
   * @param take - told what each portion comes to.
   */
  async siftPacks(work: PackWork, take: TakePortion): Promise<void> {
    // The last lanes first: they begin while this thread is at its first portion.
    await Promise.all([...this.#lanes].reverse().map((lane) => lane.siftPacks(work, take)));
  }

  async drain(): Promise<void> {
    await Promise.all(this.#busy.values());
  }

  async close(): Promise<void> {
    for (const lane of this.#lanes) await lane.close();
  }
}
