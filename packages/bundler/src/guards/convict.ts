import type { Finding } from '@submit-guard/core';
import type { RuleId } from '@submit-guard/rules';
import type { Leak } from '../leaks/leak.ts';
import type { Sought } from '../origins/locate.ts';
import type { Setting } from '../settings/setting.ts';

/** What each kind of evidence says of a key, before its detail; the most convincing first. */
const sayings = [
  ['known', 'known from'],
  ['destination', 'sent to'],
  ['name', 'named'],
  ['format', 'has the format'],
  ['vicinity', 'next to'],
] as const;

/** Where a key is known from: `.env VITE_ATOMYX_API_KEY`. */
function sourceOf({ evidence }: Finding): string | undefined {
  return evidence.find(({ kind }) => kind === 'known')?.detail;
}

/**
 * A finding in a build as a leak that stands nowhere yet.
 *
 * @param settings - that let the key through.
 */
export function leakOf(finding: Finding, settings: readonly Setting[]): Leak {
  const source = sourceOf(finding);
  const because = sayings.flatMap(([kind, words]) => finding.evidence.filter((item) => item.kind === kind).map(({ detail }) => `${words} ${detail}`));
  return {
    ruleId: finding.ruleId as RuleId,
    severity: finding.severity,
    confidence: finding.confidence,
    ...(finding.secret && { key: finding.secret }),
    because: because[0] ?? finding.message,
    sources: [...(source === undefined ? [] : [source]), ...settings.map(({ where }) => where)],
    outputs: [],
  };
}

/** What the key of a finding is looked for by. The name of a variable is the last word of where it is known from. */
export function soughtOf(finding: Finding, settings: readonly Setting[]): Sought {
  const variable = sourceOf(finding)?.split(' ').at(-1);
  return {
    fingerprint: finding.secret?.fingerprint ?? '',
    names: [...(variable === undefined ? [] : [variable]), ...settings.map(({ name }) => name)],
  };
}
