import type { Finding, FindingEvidence, Fragment, MarkedRange, Match, Range } from '@submit-guard/core';
import { confidenceOf, excerptOf, messageOf, redactionOf } from '@submit-guard/core';
import type { Rule, Surface } from '@submit-guard/rules';
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
export function draftOf(match: Match, rule: Rule, surface: Surface, fragment: Fragment, place: Place): Draft {
  const via = [...(fragment.viaAt?.(match.start) ?? []), ...match.via];
  const box = fragment.boxOf?.(match);
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
    ...(box !== undefined && { box }),
    surface,
    ...(box !== undefined && fragment.image !== undefined && { image: fragment.image }),
  };
}

/**
 * Makes a function that masks, in words that come from elsewhere, every key among some matches: a key may be the name of the file
 * it stands in, or of a field. To be used while the keys are at hand; what leaves the pipeline has none.
 */
export function maskFor(matches: readonly Match[]): (words: string) => string {
  const secrets = new Map(matches.flatMap(({ secret }) => (secret === undefined ? [] : [[secret.fingerprint, secret] as const])));
  return redactionOf([...secrets.values()]);
}

/** In a JSON pointer `~` and `/` are escaped, so that a key with a slash would not be recognised. */
function maskPointer(pointer: string, mask: (words: string) => string): string {
  const names = pointer.split('/').map((name) => mask(name.replaceAll('~1', '/').replaceAll('~0', '~')));
  return names.map((name) => name.replaceAll('~', '~0').replaceAll('/', '~1')).join('/');
}

/** Every range of a text that holds a key or a piece of one. */
function masksOf(matches: readonly Match[]): readonly Range[] {
  return matches.filter(({ secret }) => secret !== undefined).flatMap((match) => match.pieces ?? [match]);
}

/**
 * Completes drafts with pointers and with the code around them, and masks every key in all of it.
 *
 * @param matches - all in the text, not only those of the drafts.
 */
export function completeDrafts(drafts: readonly Draft[], fragment: Fragment, matches: readonly Match[]): readonly Finding[] {
  if (drafts.length === 0) return [];
  const masks = masksOf(matches);
  const mask = maskFor(matches);
  const pointers = fragment.pointersAt?.(drafts.map(({ match }) => match.start), masks);
  return drafts.map(({ match, ...finding }) => {
    const pointer = pointers?.get(match.start);
    const excerpt = excerptOf(fragment.text, fragment.lineStarts, marksOf(match), masks, { firstLine: fragment.origin.line });
    return {
      ...finding,
      path: mask(finding.path),
      message: mask(finding.message),
      evidence: finding.evidence.map((evidence) => ({ ...evidence, detail: mask(evidence.detail) })),
      ...(pointer !== undefined && { pointer: maskPointer(pointer, mask) }),
      excerpt,
    };
  });
}

function marksOf(match: Match): readonly MarkedRange[] {
  const pieces = (match.pieces ?? []).slice(1).map(({ start, end }) => ({ start, end, kind: 'piece' as const }));
  const evidence = match.evidence.filter(({ start, end }) => start < end).map(({ start, end, kind }) => ({ start, end, kind }));
  return [{ start: match.start, end: match.end, kind: 'key' }, ...pieces, ...evidence];
}
