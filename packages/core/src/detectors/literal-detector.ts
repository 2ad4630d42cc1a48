import { callbackFields } from '../aspects/callback-fields.ts';
import { headerUses } from '../aspects/header-uses.ts';
import { jobFieldOf } from '../aspects/job-fields.ts';
import { besideHosts } from '../candidates/beside-hosts.ts';
import type { Candidate } from '../candidates/candidate.ts';
import { chatAnswers } from '../candidates/chat-answers.ts';
import { headerValues } from '../candidates/header-values.ts';
import { keyMapValues } from '../candidates/key-map-values.ts';
import { namedValues } from '../candidates/named-values.ts';
import { sqlValues } from '../candidates/sql-values.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { Associations } from '../flows/association.ts';
import { Bindings } from '../flows/bindings.ts';
import type { Layout } from '../layouts/layout.ts';
import type { Match } from '../match.ts';
import { Secret } from '../secrets/secret.ts';
import { targetsIn } from '../targets/targets.ts';
import { describeValue } from '../values/description.ts';
import { Judge } from './judge.ts';
import type { Signs } from './signs.ts';
import { signsIn } from './signs.ts';

export interface LiteralDetectorOptions {
  readonly hosts: readonly string[];
  readonly stagingHosts: readonly string[];
  /** Further names that mean a Submit key, where there are any. */
  readonly isSubmitName: ((name: string) => boolean) | undefined;
  /** Whether a text can name one of the hosts; a quick test. */
  readonly mayNameHost: (text: string) => boolean;
}

/** Finds the keys that the text convicts by destination, name and vicinity, and requests that send a key wrongly. */
export function detectLiterals(layout: Layout, options: LiteralDetectorOptions): Match[] {
  const { text } = layout;
  let bindings: Bindings | undefined;
  const associations = new Associations(layout, options.mayNameHost(text), () => targetsIn(text, options.hosts), () => (bindings ??= new Bindings(layout)));
  const signs = signsIn(text);
  const judge = new Judge(layout, associations, signs, options.hosts);
  const convicted = new Map<number, { candidate: Candidate; evidence: Evidence[] }>();
  for (const candidate of candidatesIn(layout, options, associations, signs)) {
    const evidence = judge.evidenceFor(candidate);
    if (evidence.length === 0) continue;
    const known = convicted.get(candidate.start);
    if (known === undefined) convicted.set(candidate.start, { candidate, evidence });
    else {
      for (const item of evidence) if (!known.evidence.some((other) => other.kind === item.kind)) known.evidence.push(item);
      if (candidate.header && candidate.end < known.candidate.end) known.candidate = candidate;
    }
  }
  // Where one key is tied to Submit, another that merely stands in the same document is somebody else's.
  const tied = [...convicted.values()].some(({ evidence }) => evidence.some((item) => !judge.isLoose(item)));
  const keys = [...convicted.values()].filter(({ evidence }) => !tied || evidence.some((item) => !judge.isLoose(item))).map(({ candidate, evidence }) => keyMatch(layout, candidate, evidence));
  return [...keys, ...headerUses(layout, associations, options), ...callbackFields(layout)];
}

function keyMatch(layout: Layout, { start, end, text, pieces }: Candidate, evidence: readonly Evidence[]): Match {
  const field = jobFieldOf(layout, { start, end });
  return {
    aspect: field === undefined ? 'key' : 'job-field',
    start,
    end,
    secret: new Secret(text),
    evidence: [...evidence, { kind: 'value', start, end, detail: describeValue(text) }],
    via: pieces ? ['concatenation'] : [],
    ...(pieces ? { pieces } : {}),
    ...(field === undefined ? {} : { data: { field } }),
  };
}

/**
 * Whether something in a text may be a candidate in a longer one, where Submit is named and anything may be near it.
 *
 * @param isElsewhere - whether all of the text surely belongs to another service's request.
 */
export function mayHoldCandidates(layout: Layout, options: LiteralDetectorOptions, isElsewhere: boolean): boolean {
  const signs = { atomyx: true, submit: { start: 0, end: 0, detail: '' } };
  return candidatesIn(layout, options, { namesSubmit: true, isElsewhere: () => isElsewhere, isOthers: () => false }, signs).next().done !== true;
}

function* candidatesIn(layout: Layout, { isSubmitName, hosts }: LiteralDetectorOptions, associations: Pick<Associations, 'namesSubmit' | 'isElsewhere' | 'isOthers'>, signs: Signs): Generator<Candidate> {
  const { namesSubmit } = associations;
  const isElsewhere = (offset: number): boolean => associations.isElsewhere(offset);
  const isOthers = (offset: number): boolean => associations.isOthers(offset);
  // Where nothing but a name can speak of Submit, headers and what names refer to convict nobody.
  const hasSign = namesSubmit || signs.submit !== undefined;
  if (hasSign) yield* headerValues(layout, isElsewhere, isOthers);
  yield* namedValues(layout, { isSubmitName, namesSubmit, namesAtomyx: signs.atomyx, hasSign, isElsewhere, isOthers });
  if (namesSubmit) yield* besideHosts(layout, hosts);
  yield* chatAnswers(layout);
  if (signs.atomyx) yield* keyMapValues(layout);
  yield* sqlValues(layout);
}
