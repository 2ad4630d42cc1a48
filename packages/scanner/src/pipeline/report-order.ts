import type { Finding, PlaceNote, PolicyNote } from '@submit-guard/core';

/** Texts by their UTF-16 units: the same order whatever the locale. */
function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Findings by path and place. */
export function compareFindings(a: Finding, b: Finding): number {
  return compareTexts(a.path, b.path) || a.line - b.line || a.column - b.column || a.endLine - b.endLine || a.endColumn - b.endColumn
    || compareTexts(a.ruleId, b.ruleId);
}

/** Notes by path and reason, each once. */
export function orderedPlaces(notes: readonly PlaceNote[]): readonly PlaceNote[] {
  const byText = new Map(notes.map((note) => [`${note.path}\0${note.reason}`, note]));
  return [...byText.values()].sort((a, b) => compareTexts(a.path, b.path) || compareTexts(a.reason, b.reason));
}

/** Notes by path and line. */
export function comparePolicyNotes(a: PolicyNote, b: PolicyNote): number {
  return compareTexts(a.path, b.path) || (a.line ?? 0) - (b.line ?? 0) || compareTexts(a.message, b.message);
}
