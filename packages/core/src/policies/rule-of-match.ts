import type { Rule, RuleId, Surface } from '@submit-guard/rules';
import { ruleById } from '@submit-guard/rules';
import type { Evidence } from '../evidence/evidence.ts';
import type { Aspect, Match } from '../match.ts';
import { holdsPublicName } from '../surfaces/public-names.ts';

/** The rule that forbids keys in a place. */
const ruleOfSurface: Readonly<Record<Surface, RuleId>> = {
  repository: 'no-hardcoded-key',
  frontend: 'no-key-in-frontend',
  log: 'no-key-in-logs',
  screenshot: 'no-key-in-screenshots',
  'test-tool': 'no-key-in-test-tools',
  callback: 'no-key-in-callback-payload',
};

/** The rule that says more than the place does. */
const ruleOfAspect: Readonly<Record<Exclude<Aspect, 'key'>, RuleId>> = {
  'job-field': 'no-key-in-job-fields',
  'callback-field': 'no-key-in-callback-payload',
  scheme: 'require-bearer-scheme',
  origin: 'require-submit-origin',
  environment: 'no-key-across-environments',
};

/** Whether the name of the value makes a build tool show it to browsers. */
function isPublicName(evidence: readonly Evidence[]): boolean {
  return evidence.some(({ kind, detail }) => kind === 'name' && holdsPublicName(detail));
}

/**
 * The one rule that reports a match.
 *
 * 1. What is wrong with the value decides before the place does (`job-field`, `callback-field`, `scheme`, `origin`,
 *    `environment`), where that rule speaks on the surface.
 * 2. A variable whose name makes it public (`NEXT_PUBLIC_...`) belongs to the frontend, in whatever file it is set.
 * 3. For every other key, the surface decides.
 *
 * @param surface - what the place of the match is; see `surfaceOf`.
 * @returns `undefined` for a match without a key whose rule does not speak on the surface: it is no finding there.
 */
export function ruleOfMatch(match: Pick<Match, 'aspect' | 'secret' | 'evidence'>, surface: Surface): Rule | undefined {
  if (match.aspect !== 'key') {
    const rule = ruleById(ruleOfAspect[match.aspect]);
    if (rule.surfaces.includes(surface)) return rule;
    if (match.secret === undefined) return undefined;
  }
  if (surface === 'repository' && isPublicName(match.evidence)) return ruleById('no-key-in-frontend');
  return ruleById(ruleOfSurface[surface]);
}

/**
 * The message of a finding, with words of the match in the placeholders; the rule has words for those that the match
 * does not know.
 */
export function messageOf(rule: Pick<Rule, 'message' | 'placeholders'>, match: Pick<Match, 'data'>): string {
  const words = new Map(Object.entries({ ...rule.placeholders, ...match.data }));
  return rule.message.replace(/\{(\w+)\}/g, (whole, name: string) => words.get(name) ?? whole);
}
