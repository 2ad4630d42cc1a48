import { randomness } from '../../credentials/randomness.ts';
import type { TextEngine } from '../../judgements/engines.ts';
import { judge } from '../../judgements/judgement.ts';
import type { Mixture, Part } from './mixture.ts';
import { makeMixture } from './mixture.ts';

/** One wrong decision. */
export interface Fault {
  /** Seed of the mixture: `mixtureOf(seed)` makes it again. */
  readonly seed: number;
  readonly kind: 'missed' | 'false alarm';
  /** The part it is about; absent where the finding stands at no credential at all. */
  readonly part: Part | undefined;
  /** UTF-16 offset in the file. */
  readonly offset: number;
}

export interface MixtureFigures {
  readonly files: number;
  readonly keys: number;
  readonly found: number;
  /** Files that show anything but Submit's keys. */
  readonly filesWithFalseAlarms: number;
  readonly faults: readonly Fault[];
}

/** The file that belongs to a seed. */
export function mixtureOf(seed: number): Mixture {
  return makeMixture(randomness(seed));
}

/** Judges the files of the seeds `seed` to `seed + files - 1`. */
export function measureMixtures(engine: TextEngine, seed: number, files: number): MixtureFigures {
  const faults: Fault[] = [];
  let keys = 0;
  let found = 0;
  let filesWithFalseAlarms = 0;
  for (let current = seed; current < seed + files; current += 1) {
    const mixture = mixtureOf(current);
    const expected = mixture.parts.filter((part) => part.service === 'submit').map((part) => part.credential);
    const judgement = judge(engine(mixture.text, mixture.path), expected);
    const partAt = (offset: number): Part | undefined =>
      mixture.parts.find((part) => offset >= part.credential.start && offset < part.credential.end);
    keys += expected.length;
    found += judgement.found.length;
    if (judgement.extra.length > 0) filesWithFalseAlarms += 1;
    for (const { start } of judgement.missed) faults.push({ seed: current, kind: 'missed', part: partAt(start), offset: start });
    for (const { start } of judgement.extra) faults.push({ seed: current, kind: 'false alarm', part: partAt(start), offset: start });
  }
  return { files, keys, found, filesWithFalseAlarms, faults };
}
