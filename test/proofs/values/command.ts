import { createDetector } from '@submit-guard/core';
import { measureValues } from './proof.ts';

/** Prints every value that was taken for a key. */
export function main(): number {
  const { values, texts, faults } = measureValues(createDetector());
  for (const fault of faults) console.log(fault);
  console.log(`${values} placeholders and other values that are no keys in ${texts} texts, ${faults.length} taken for a key`);
  return faults.length === 0 ? 0 : 1;
}
