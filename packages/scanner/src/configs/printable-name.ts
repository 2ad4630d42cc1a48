import { keyOfSubstance } from '@submit-guard/core';

/**
 * A name from a configuration as a message may show it. What is long, unprintable or could be a key is not repeated.
 *
 * @returns the name in backticks, or `undefined`.
 */
export function printableName(name: string): string | undefined {
  return /^[\w$.@/-]{1,40}$/.test(name) && keyOfSubstance(name) === undefined ? `\`${name}\`` : undefined;
}
