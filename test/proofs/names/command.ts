import { parseArgs } from 'node:util';
import { createDetector } from '@submit-guard/core';
import { freshSeed } from '../../credentials/randomness.ts';
import { measureNames } from './proof.ts';
import { syntaxes } from './syntaxes.ts';

/** Prints every wrong decision on a name. */
export function main(args: readonly string[]): number {
  const { values } = parseArgs({ args: [...args], options: { seed: { type: 'string' } } });
  const seed = values.seed === undefined ? freshSeed() : Number(values.seed);
  const { bindings, faults } = measureNames(createDetector(), seed);
  for (const fault of faults) console.log(fault);
  console.log(`${bindings} bindings in ${Object.keys(syntaxes).length} syntaxes, ${faults.length} judged wrongly (seed ${seed})`);
  return faults.length === 0 ? 0 : 1;
}
