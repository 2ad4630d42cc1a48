import type { PrefilterPlan } from '@submit-guard/core';
import type { Settings } from '../settings.ts';

/** Route files say whose callbacks they handle by their path alone. */
const callbackPath = /(?:submit|atomyx)[^/]{0,20}(?:callback|webhook|event)|(?:callback|webhook)[^/]{0,3}\/?[^/]{0,20}(?:submit|atomyx)/i;

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

/**
 * Whether a text can hold anything that the rules look for: the test that makes them free of charge everywhere else.
 * The same signs as those of the scanner's prefilter.
 */
export function mayConcernSubmit(text: string, path: string, settings: Pick<Settings, 'hosts' | 'stagingHosts' | 'names' | 'formats'>): boolean {
  if (settings.names.length > 0 || settings.formats.length > 0) return true;
  if (/atomyx|externalId|preflight_(?:passed|failed)/i.test(text) || callbackPath.test(path)) return true;
  if (/submit/i.test(text) && /api[-_ .:/]?key|bearer|authorization|callback|webhook/i.test(text)) return true;
  const own = [...settings.hosts, ...settings.stagingHosts].filter((host) => !host.includes('atomyx'));
  return own.length > 0 && own.some((host) => text.includes(host));
}
