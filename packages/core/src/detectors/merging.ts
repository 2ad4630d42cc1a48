import type { Evidence, Range } from '../evidence/evidence.ts';
import type { Match } from '../match.ts';

/** Where a stretch of a rewritten text stands in the text the caller knows. */
export interface Origin extends Range {
  readonly pieces?: readonly Range[];
  readonly via: readonly string[];
}

/** Gathers what several passes over a text found, one match for one occurrence. */
export class Merging {
  readonly #matches: Match[] = [];

  /** Adds matches of the text itself; only those in pieces have something to map. */
  addPlain(matches: readonly Match[]): void {
    for (const match of matches) {
      if (match.pieces === undefined) this.#matches.push(match);
      else this.add([match], (range) => ({ ...rangeOf(range), via: [] }));
    }
  }

  /** @param originOf - maps ranges of the pass to the text the caller knows. */
  add(matches: readonly Match[], originOf: (range: Range) => Origin): void {
    for (const match of matches) {
      const origins = (match.pieces ?? [match]).map(originOf);
      const pieces = origins.flatMap((origin) => origin.pieces ?? [rangeOf(origin)]);
      const [first = rangeOf(match), ...further] = pieces;
      const evidence: Evidence[] = [
        ...match.evidence.map((item) => ({ ...item, ...rangeOf(originOf(item)) })),
        ...further.map((piece): Evidence => ({ kind: 'piece', ...piece, detail: 'a further piece of the key' })),
      ];
      const deepest = origins.reduce<readonly string[]>((longest, { via }) => (via.length > longest.length ? via : longest), []);
      const via = [...deepest, ...match.via.filter((decoder) => !deepest.includes(decoder))];
      const { pieces: _, ...plain } = match;
      this.#matches.push({ ...plain, ...first, ...(further.length > 0 ? { pieces } : {}), evidence, via });
    }
  }

  /** The matches by position; of those that overlap the best one, with the evidence of all. */
  matches(): readonly Match[] {
    const ranges = this.#matches
      .flatMap((match, index) => (match.pieces ?? [match]).map(({ start, end }) => ({ start, end, index, aspect: match.aspect === 'job-field' ? 'key' : match.aspect })))
      .sort((a, b) => a.start - b.start || a.index - b.index);
    const leaders = this.#matches.map((_, index) => index);
    const leaderOf = (index: number): number => {
      let at = index;
      while (leaders[at] !== at) at = leaders[at] ?? at;
      leaders[index] = at;
      return at;
    };
    const open = new Map<string, { end: number; index: number }>();
    for (const { start, end, index, aspect } of ranges) {
      const before = open.get(aspect);
      if (before && start < before.end) {
        const [low, high] = [leaderOf(before.index), leaderOf(index)].sort((a, b) => a - b) as [number, number];
        leaders[high] = low;
      }
      if (!before || end > before.end) open.set(aspect, { end, index });
    }
    const joined = new Map<number, Match>();
    for (const [index, match] of this.#matches.entries()) {
      const leader = leaderOf(index);
      const other = joined.get(leader);
      joined.set(leader, other ? join(other, match) : match);
    }
    return [...joined.values()].sort((a, b) => a.start - b.start || a.end - b.end);
  }
}

/** Of two readings of one place the one that was decoded further holds the key; a whole key holds more than its pieces. */
function join(first: Match, second: Match): Match {
  const same = first.secret !== undefined && second.secret !== undefined && first.secret.equals(second.secret);
  const better = !same && isBetter(second, first) ? second : first;
  const worse = better === first ? second : first;
  const further = worse.evidence.filter((item) => item.kind !== 'value' && item.kind !== 'piece' && !better.evidence.some((known) => known.kind === item.kind));
  const field = worse.aspect === 'job-field' ? { aspect: worse.aspect, ...(worse.data ? { data: worse.data } : {}) } : {};
  return { ...better, ...field, evidence: further.length === 0 ? better.evidence : [...better.evidence, ...further] };
}

function isBetter(match: Match, other: Match): boolean {
  const known = (item: Match): boolean => item.evidence.some((evidence) => evidence.kind === 'known');
  if (known(match) !== known(other)) return known(match);
  if ((match.pieces?.length ?? 1) !== (other.pieces?.length ?? 1)) return (match.pieces?.length ?? 1) > (other.pieces?.length ?? 1);
  return match.via.length > other.via.length;
}

const rangeOf = ({ start, end }: Range): Range => ({ start, end });
