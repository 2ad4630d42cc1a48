import type { Results } from './results.ts';

/** By name or id; what comes later replaces what came earlier. */
function latest<T>(items: readonly T[], keyOf: (item: T) => string): readonly T[] {
  return [...new Map(items.map((item) => [keyOf(item), item])).values()];
}

/**
 * Puts runs together that measured different works, such as `--only a` and `--only b`. Every table still is one run; the same work in
 * a later run replaces that of an earlier one.
 *
 * @throws Error where the runs cannot be compared.
 */
export function mergeResults(all: readonly [Results, ...Results[]]): Results {
  const sorted = [...all].sort((left, right) => (left.date < right.date ? -1 : 1));
  const [first] = all;
  const conditions = ({ machine, runs, scale }: Results): string => JSON.stringify({ machine, runs, scale });
  if (all.some((results) => conditions(results) !== conditions(first))) {
    throw new Error('These runs are of different machines, commits, numbers of rounds or scales. Measure them again under the same conditions.');
  }
  const peers = latest(sorted.flatMap((results) => results.peers), ({ name }) => name);
  const absences = latest(sorted.flatMap((results) => results.absences), ({ name }) => name).filter(({ name }) => !peers.some((peer) => peer.name === name));
  const works = [...latest(sorted.flatMap((results) => results.works), ({ id }) => id)].sort((left, right) => (left.id < right.id ? -1 : 1));
  return { ...first, date: sorted.at(-1)?.date ?? first.date, peers, absences, works };
}
