import type { Finding, FindingHistory } from '@submit-guard/core';
import { quotePath } from '../../paths/quote-path.ts';
import type { Occurrence, Provenance } from '../../sources/git/object-source.ts';

/** Stands between words that are masked together; no path and no ref has one. */
export const between = '\0';

/** All words of a finding that come from the repository and may hold the key: they are masked with its path. */
export function wordsOf(occurrence: Occurrence, all: readonly Occurrence[], provenance: Provenance | undefined): readonly string[] {
  return [quotePath(occurrence.path), ...pathsOf(all), ...(provenance?.tips ?? []), ...(provenance?.refs ?? [])];
}

function pathsOf(occurrences: readonly Occurrence[]): readonly string[] {
  return [...new Set(occurrences.map(({ path }) => quotePath(path)))];
}

/** A finding with what the repository knows of it; its path is that of its place with the {@link wordsOf} it behind. */
export function withHistory(finding: Finding, { commit }: Occurrence, all: readonly Occurrence[], provenance: Provenance | undefined, blob: string | undefined): Finding {
  const [path = '', ...words] = finding.path.split(between);
  const paths = words.splice(0, pathsOf(all).length);
  const tips = words.splice(0, provenance?.tips?.length ?? 0);
  const isFirst = commit === all[0]?.commit;
  const history: FindingHistory = {
    ...(provenance?.authored !== undefined && isFirst && { authored: provenance.authored }),
    ...(paths.length > 1 && { paths }),
    ...(provenance?.tips !== undefined && { tips }),
    ...(provenance?.refs !== undefined && { refs: words }),
  };
  return {
    ...finding,
    path,
    ...(commit !== undefined && { commit }),
    ...(blob !== undefined && { blob }),
    ...(Object.keys(history).length > 0 && { history }),
  };
}
