import type { KnownIds } from '../../../git/known-ids.ts';
import type { PackPortion } from '../../../git/packs/pack-portion.ts';
import type { PackSifter, PackSiftResult } from './sift-packs.ts';

/** Portions of packs that threads take one after the other, each as soon as it is free. Plain data in memory that they share. */
export interface PackWork {
  readonly portions: readonly PackPortion[];
  /** Number of the next portion that nobody has taken. */
  readonly next: Int32Array<SharedArrayBuffer>;
  /** Ids of the repository, where it is asked whether what objects refer to is there. */
  readonly known: KnownIds | undefined;
}

/** Told what a portion with a number comes to. */
export type TakePortion = (number: number, result: PackSiftResult) => void;

export function packWorkOf(portions: readonly PackPortion[], known: KnownIds | undefined): PackWork {
  return { portions, known, next: new Int32Array(new SharedArrayBuffer(4)) };
}

/** Takes a portion and sifts it. @returns false where there is none left. */
export function siftNextPortion({ portions, next, known }: PackWork, sifter: PackSifter, take: TakePortion): boolean {
  const number = Atomics.add(next, 0, 1);
  const portion = portions[number];
  if (portion === undefined) return false;
  take(number, sifter.sift(portion, known));
  return true;
}
