import type { Finding, Fragment, Match, PolicyNote, Range } from '@submit-guard/core';
import { applySeverities, applySuppressions, parseSuppressions } from '@submit-guard/core';
import type { Surface } from '@submit-guard/rules';
import type { Unparsed } from '../programs/read-program.ts';
import type { Engine, Place } from './engine.ts';
import type { Draft } from './finding-of-match.ts';
import { completeDrafts, draftOf, maskFor } from './finding-of-match.ts';
import type { LoadedText } from './loaded-text.ts';

/** What one fragment comes to. Plain data that holds no key. */
export interface FragmentOutcome {
  readonly findings: readonly Finding[];
  /** Findings that a suppression comment covers. */
  readonly suppressed: number;
  readonly notes: readonly PolicyNote[];
  /** Why a program was read as mere text. */
  readonly unparsed?: Unparsed;
  /** Why a file of a test tool was read as mere text. */
  readonly malformed?: string;
}

/** The outcome of a fragment in which there is nothing. */
export const nothing: FragmentOutcome = { findings: [], suppressed: 0, notes: [] };

export interface FragmentPlace extends Place {
  /** What the place is; asked for only where something was found. */
  readonly surface: () => Surface;
}

/** How a fragment is a part of a longer document. */
export interface DocumentPart {
  /**
   * UTF-16 offsets in the document's text: only what starts in this range is reported; the rest of the text is there to be looked at, and is
   * reported with the part that it belongs to.
   */
  readonly owned?: Range;
  /** UTF-16 offsets of what alone is read, where that is not all of the fragment. */
  readonly stretches?: readonly Range[] | undefined;
}

/**
 * Finds what is to be reported of a fragment.
 *
 * @param loaded - what the fragment was made of.
 * @param part - what of a longer document the fragment is.
 */
export function scanFragment(engine: Engine, fragment: Fragment, place: FragmentPlace, loaded: LoadedText, { owned, stretches }: DocumentPart = {}): FragmentOutcome {
  const { text } = fragment;
  const { signs } = loaded;
  // Where the fragment is not simply the text that was loaded, nothing is known of its stretches.
  const known = text === loaded.text() ? { mayMatch: (stretch: Range): boolean => loaded.mayMatch(stretch), stretches } : undefined;
  const literal = signs.candidates ? engine.detector.detect(text, known) : [];
  // A part of a document has no structure, and a part of a program is no program.
  const isWhole = signs.candidates && owned === undefined;
  const { matches: analysed, unparsed } = isWhole ? engine.readProgram(text, place.name, literal) : { matches: literal };
  // Scripts of test tools are programs, of whose matches the structure says in which of their parts they stand.
  const { matches, malformed } = isWhole ? engine.readStructure(text, place.name, analysed) : { matches: analysed };
  return {
    ...reportMatches(engine, fragment, place, matches, { readsSuppressions: signs.suppressions, owned }),
    ...(unparsed !== undefined && { unparsed }),
    ...(malformed !== undefined && { malformed }),
  };
}

/** How matches become findings, besides what the engine says. */
export interface ReportOptions {
  /** Whether the text may hold suppression comments. */
  readonly readsSuppressions: boolean;
  /** See {@link DocumentPart}. */
  readonly owned?: Range | undefined;
}

/** Makes findings of the matches in a fragment: rules, suppression comments and severities say which. */
export function reportMatches(engine: Engine, fragment: Fragment, place: FragmentPlace, matches: readonly Match[], { readsSuppressions, owned }: ReportOptions): FragmentOutcome {
  const { text } = fragment;
  const drafts = matches.flatMap((match) => {
    const rule = engine.ruleOf(match, place.surface());
    return rule === undefined ? [] : [draftOf(match, rule, place.surface(), fragment, place)];
  });
  const suppressions = readsSuppressions && !engine.ignoresComments
    ? parseSuppressions(text, { path: place.name, ruleIds: engine.ruleIds, firstLine: fragment.origin.line })
    : [];
  const { kept, suppressed, notes } = applySuppressions(drafts, suppressions, { path: place.path, today: engine.today });
  const isOwned = (offset: number): boolean => {
    const place = fragment.documentOffsetOf?.(offset) ?? offset;
    return owned === undefined || (place >= owned.start && place < owned.end);
  };
  const reported = (candidates: readonly Draft[]): readonly Draft[] =>
    applySeverities(candidates.filter(({ match }) => isOwned(match.start)), engine.severities, engine.minConfidence);
  const reportedDrafts = reported(kept);
  if (engine.onSecret !== undefined) for (const { match } of reportedDrafts) if (match.secret !== undefined) engine.onSecret(match.secret);
  for (const suppression of engine.onSuppression === undefined ? [] : suppressions) {
    if (!isOwned(fragment.lineStarts[suppression.line - fragment.origin.line] ?? 0)) continue;
    const covers = suppressed.filter((pair) => pair.suppression === suppression).length;
    if (covers > 0 || suppression.deliberate) engine.onSuppression?.({ path: place.path, ...(owned === undefined && { line: suppression.line }), suppression, covers });
  }
  const mask = maskFor(matches);
  const maskNote = (note: PolicyNote): PolicyNote => ({ ...note, path: mask(note.path), message: mask(note.message) });
  return {
    findings: completeDrafts(reportedDrafts, fragment, matches),
    suppressed: reported(suppressed.map(({ finding }) => finding)).length,
    notes: notes.filter(({ line }) => line === undefined || isOwned(fragment.lineStarts[line - fragment.origin.line] ?? 0)).map(maskNote),
  };
}
