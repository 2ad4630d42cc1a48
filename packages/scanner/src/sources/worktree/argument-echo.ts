import { keyOfSubstance } from '@submit-guard/core';
import { quotePath } from '../../paths/quote-path.ts';

/**
 * A path that leads nowhere as it may be repeated: names in it that could be keys are cut, as somebody may have pasted one
 * in the wrong place.
 */
export function argumentEcho(path: string): string {
  const names = path.split('/').map((name) => (keyOfSubstance(name) === undefined ? name : `${name.slice(0, 4)}...`));
  return quotePath(names.join('/')) || '.';
}
