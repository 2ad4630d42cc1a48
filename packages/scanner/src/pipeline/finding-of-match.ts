import type { Finding, FindingEvidence, Fragment, MarkedRange, Match, Range } from '@submit-guard/core';
import { confidenceOf, excerptOf, messageOf } from '@submit-guard/core';
import type { Rule } from '@submit-guard/rules';
import type { Place } from './engine.ts';

/** A finding that is still to be suppressed or shown, and what it is made of. */
export interface Draft extends Omit<Finding, 'excerpt' | 'pointer'> {
  readonly match: Match;
}

function evidenceOf(match: Match, fragment: Fragment): readonly FindingEvidence[] {
  const hasPieces = match.evidence.some(({ kind }) => kind === 'piece');
  const pieces = hasPieces ? [] : (match.pieces ?? []).slice(1).map((range) => ({ kind: 'piece' as const, detail: 'a further piece of the key', ...range }));
  return [...match.evidence, ...pieces].map(({ kind, detail, start, end }) => ({ kind, detail, ...fragment.positionOf({ start, end }) }));
}

/** What is reported of a match, but for what only findings that are shown need. */
export function draftOf(match: Match, rule: Rule, fragment: Fragment, place: Place): Draft {
  const via = [...(fragment.viaAt?.(match.start) ?? []), ...match.via];
  return {
    match,
    ruleId: rule.id,
    clause: rule.clause,
    severity: rule.severity,
    confidence: confidenceOf(match.evidence),
    message: messageOf(rule, match),
    path: place.path,
    ...fragment.positionOf(match),
    ...(match.secret !== undefined && { secret: match.secret.toJSON() }),
    evidence: evidenceOf(match, fragment),
    ...(via.length > 0 && { via }),
  };
}

/** Every range of a text that holds a key or a piece of one. */
export function masksOf(matches: readonly Match[]): readonly Range[] {
  return matches.filter(({ secret }) => secret !== undefined).flatMap((match) => match.pieces ?? [match]);
}

/**
 * Completes drafts with pointers and with the code around them, in which every key is masked.
 *
 * @param masks - see {@link masksOf}; of all matches in the text, not only of these.
 */
export function completeDrafts(drafts: readonly Draft[], fragment: Fragment, masks: readonly Range[]): readonly Finding[] {
  if (drafts.length === 0) return [];
  const pointers = fragment.pointersAt?.(drafts.map(({ match }) => match.start), masks);
  return drafts.map(({ match, ...finding }) => {
    const pointer = pointers?.get(match.start);
    const excerpt = excerptOf(fragment.text, fragment.lineStarts, marksOf(match), masks, { firstLine: fragment.origin.line });
    return { ...finding, ...(pointer !== undefined && { pointer }), excerpt };
  });
}

function marksOf(match: Match): readonly MarkedRange[] {
  const pieces = (match.pieces ?? []).slice(1).map(({ start, end }) => ({ start, end, kind: 'piece' as const }));
  const evidence = match.evidence.filter(({ start, end }) => start < end).map(({ start, end, kind }) => ({ start, end, kind }));
  return [{ start: match.start, end: match.end, kind: 'key' }, ...pieces, ...evidence];
}
