import { parseArgs } from 'node:util';
import { createDetector } from '@submit-guard/core';
import { freshSeed } from '../../credentials/randomness.ts';
import { keyForms, measureKeys } from './proof.ts';

/** Prints how many random keys of each form and length are found; `--keys N` of each, 1000 by default. */
export function main(args: readonly string[]): number {
  const { values } = parseArgs({ args: [...args], options: { seed: { type: 'string' }, keys: { type: 'string', default: '1000' } } });
  const seed = values.seed === undefined ? freshSeed() : Number(values.seed);
  const figures = measureKeys(createDetector(), seed, Number(values.keys));
  for (const form of keyForms) {
    const shares = figures.filter((each) => each.form === form).map(({ slot, keys, found }) => `${slot} ${((100 * found) / keys).toFixed(1).padStart(5)} %`);
    console.log(`${form.padEnd(14)}${shares.join('   ')}`);
  }
  console.log(`${values.keys} keys of each form in each place, seed ${seed}`);
  return 0;
}
