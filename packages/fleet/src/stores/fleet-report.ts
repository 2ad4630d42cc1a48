import type { Finding, PlaceNote, PolicyNote, Report } from '@submit-guard/core';
import { compareFindings, orderedPlaces } from 'submit-guard/fleet';
import type { Place } from '../targets/target.ts';
import type { RepositoryState } from './store.ts';

/** What a repository came to, in numbers, and what there is to say of its suppressions. */
export interface CoverageCounts {
  readonly commits: number;
  readonly blobs: number;
  readonly members: number;
  readonly bytes: number;
  readonly knownClean: number;
  readonly suppressed: number;
  readonly notes: readonly PolicyNote[];
}

export interface StoredRepository {
  readonly name: string;
  readonly place: Place;
  readonly state: RepositoryState;
  readonly reason: string | undefined;
  readonly finishedAt: string | undefined;
  readonly coverage: CoverageCounts | undefined;
}

export interface StoredNote {
  readonly repository: string;
  readonly kind: string;
  readonly reason: string;
  readonly paths: readonly string[];
}

/** A finding as a fleet reports it: its paths begin with the name of the repository. */
export function findingAt(repository: string, finding: Finding): Finding {
  const { path, original, chain, history } = finding;
  const at = (place: string): string => pathAt(repository, place);
  return {
    ...finding,
    path: at(path),
    ...(original !== undefined && { original: { ...original, path: at(original.path) } }),
    ...(chain !== undefined && { chain: chain.map((step) => (step.path === undefined ? step : { ...step, path: at(step.path) })) }),
    ...(history?.paths !== undefined && { history: { ...history, paths: history.paths.map(at) } }),
  };
}

/** A path in a repository, quoted or not, as one of a fleet; `.` is the repository itself. */
function pathAt(repository: string, path: string): string {
  if (path === '.' || path === '') return repository;
  return path.startsWith('"') ? `"${repository.replaceAll('"', '\\"')}/${path.slice(1)}` : `${repository}/${path}`;
}

/** Puts a report together. What should have been scanned and was not is unread, and named. */
export function fleetReport(repositories: readonly StoredRepository[], findings: readonly Finding[], notes: readonly StoredNote[]): Report {
  const places = (kind: string): readonly PlaceNote[] => notes.filter((note) => note.kind === kind).flatMap(({ repository, reason, paths }) => paths.map((path) => ({ path: pathAt(repository, path), reason })));
  const missing = repositories.flatMap(({ name, state, reason, coverage }): readonly PlaceNote[] => {
    // Where a part of it failed, the notes say so.
    if (state === 'done' || coverage !== undefined) return [];
    return [{ path: name, reason: state === 'failed' ? `it could not be scanned: ${reason ?? 'no reason given'}` : 'it is still to be scanned; go on with --resume' }];
  });
  const counts = repositories.flatMap(({ coverage }) => (coverage === undefined ? [] : [coverage]));
  // Objects of buckets are files that somebody has put there.
  const files = repositories.reduce((total, { place, coverage }) => total + (place.kind === 'bucket' ? coverage?.blobs ?? 0 : 0), 0);
  const sum = (amount: (coverage: CoverageCounts) => number): number => counts.reduce((total, coverage) => total + amount(coverage), 0);
  const members = sum((coverage) => coverage.members);
  const knownClean = sum((coverage) => coverage.knownClean);
  return {
    findings: [...findings].sort(compareFindings),
    coverage: {
      files,
      commits: sum((coverage) => coverage.commits),
      ...(knownClean > 0 && { knownClean }),
      blobs: sum((coverage) => coverage.blobs) - files,
      ...(members > 0 && { members }),
      bytes: sum((coverage) => coverage.bytes),
      skipped: orderedPlaces(places('skipped')),
      unread: orderedPlaces([...places('unread'), ...missing]),
    },
    suppressed: sum((coverage) => coverage.suppressed),
    notes: repositories.flatMap(({ name, coverage }) => (coverage?.notes ?? []).map((note) => ({ ...note, path: pathAt(name, note.path) }))),
  };
}
