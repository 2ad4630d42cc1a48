import type { PrefilterPlan } from '@submit-guard/core';

/**
 * Whether a text in a language other than JavaScript can hold a match, in any of the encodings that the scanner's prefilter
 * knows. Such texts are few and rarely long.
 */
export function mayHoldMatch(text: string, plan: PrefilterPlan): boolean {
  if (plan.everything) return true;
  const lower = text.toLowerCase();
  let mask = 0;
  for (const { bytes, ignoreCase, group } of plan.literals) {
    const literal = Buffer.from(bytes).toString('latin1');
    if ((ignoreCase ? lower : text).includes(ignoreCase ? literal.toLowerCase() : literal)) mask |= 1 << group;
  }
  return plan.passes(mask);
}
