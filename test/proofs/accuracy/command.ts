import { parseArgs } from 'node:util';
import { freshSeed } from '../../credentials/randomness.ts';
import { labelledFiles } from './labelled-files.ts';
import type { Tally } from './proof.ts';
import { createEngines, isReadBy, measureAccuracy, precisionOf, recallOf } from './proof.ts';

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`.padStart(8);

const row = (name: string, tally: Tally): string =>
  `${name.padEnd(18)}${String(tally.files).padStart(6)}${String(tally.keys).padStart(6)}${percent(recallOf(tally)).padStart(10)}${percent(precisionOf(tally)).padStart(11)}`;

/**
 * Prints recall and precision over the labelled corpus and every fault; the exit status is 1 below 100 %. `--engine detector` asks the
 * detector alone, on the decoded text, without readers and surfaces, and leaves
 * out the folders `data-flow` and `structures`.
 */
export function main(args: readonly string[]): number {
  const { values } = parseArgs({ args: [...args], options: { seed: { type: 'string' }, engine: { type: 'string', default: 'scanner' } } });
  const engine = Object.entries(createEngines()).find(([name]) => name === values.engine)?.[1];
  if (engine === undefined) throw new Error(`There is no engine ${values.engine}: it is scanner or detector.`);
  const seed = values.seed === undefined ? freshSeed() : Number(values.seed);
  const { total, byLanguage, faults } = measureAccuracy(engine, labelledFiles(seed).filter((file) => isReadBy(values.engine, file)));
  console.log(`${'language'.padEnd(18)} files  keys    recall  precision`);
  for (const [language, tally] of byLanguage) console.log(row(language, tally));
  console.log(row('all', total));
  for (const fault of faults) console.log(fault);
  console.log(`${byLanguage.size} languages and formats, ${values.engine}, seed ${seed}: ${faults.length === 0 ? 'no fault' : `${faults.length} faults`}`);
  return faults.length === 0 ? 0 : 1;
}
