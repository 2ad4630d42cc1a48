import type { PageData, PageFinding } from '../../model/page-data.ts';
import type { Facet, FacetId } from './facets.ts';
import { facets } from './facets.ts';
import type { FoundKey } from './keys.ts';
import { filesOf, keysOf } from './keys.ts';

/** The values of one facet, and which of them each finding has. */
export interface FacetColumn {
  readonly facet: Facet;
  readonly values: readonly string[];
  /** For each finding the index of its value, plus one; 0 where it has none. */
  readonly codes: Uint32Array;
}

export const orders = ['certainty', 'place', 'newest'] as const;
export type Order = (typeof orders)[number];

/** What makes tens of thousands of findings quick to filter: columns of numbers, and one text a finding to search in. */
export interface FindingIndex {
  readonly data: PageData;
  readonly columns: readonly FacetColumn[];
  readonly column: (id: FacetId) => FacetColumn;
  /** In lower case. */
  readonly texts: readonly string[];
  /** Index of a finding by its id. */
  readonly places: ReadonlyMap<string, number>;
  /** In how many files the findings stand. */
  readonly files: number;
  /** The distinct keys, those in the most places first. */
  readonly keys: readonly FoundKey[];
  /** Indices of all findings in an order. */
  readonly ordered: (order: Order) => Uint32Array;
}

function columnOf(facet: Facet, data: PageData): FacetColumn {
  const counts = new Map<string, number>(facet.order.map((value) => [value, 0]));
  const own = data.findings.map((finding) => facet.valueOf(finding, data));
  for (const value of own) if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  const rank = (value: string): number => (facet.order.includes(value) ? facet.order.indexOf(value) : facet.order.length);
  // Both ends of the progress are always shown; of the rest only what there is.
  const values = [...counts].filter(([, count]) => count > 0 || facet.id === 'progress').sort(([a, times], [b, others]) => rank(a) - rank(b) || others - times || (a < b ? -1 : 1)).map(([value]) => value);
  const codes = new Map(values.map((value, index) => [value, index + 1]));
  return { facet, values, codes: Uint32Array.from(own, (value) => (value === undefined ? 0 : (codes.get(value) ?? 0))) };
}

function textOf(finding: PageFinding, data: PageData): string {
  const { rule, message, path, line, key, evidence, clause, surface, commit, original, source, via, chain } = finding;
  const parts = [
    `${path}:${line}`, rule, data.rules[rule]?.title, message, clause, surface, key?.redacted, key?.fingerprint, commit, original, data.sources[source]?.name,
    ...evidence.map(({ words }) => words), ...(via ?? []), ...(chain ?? []).map(({ place, what }) => `${place ?? ''} ${what}`),
  ];
  return parts.filter((part) => part !== undefined).join('\n').toLowerCase();
}

const ranks: Readonly<Record<string, number>> = { certain: 0, high: 1, medium: 2, low: 3, error: 0, warning: 1, info: 2 };
const certaintyOf = ({ confidence, severity }: PageFinding): number => 3 * (ranks[confidence] ?? 0) + (ranks[severity] ?? 0);
/** Times with different offsets do not compare as texts. Those without one come last. */
const ageOf = ({ history }: PageFinding): number => (history?.authored === undefined ? Infinity : -(Date.parse(history.authored) || 0));

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function inPlaces({ findings }: PageData): Uint32Array {
  const rows = findings.map(({ source, path, line, column }, index) => ({ source, path, line, column, index }));
  rows.sort((a, b) => a.source - b.source || byText(a.path, b.path) || a.line - b.line || a.column - b.column);
  return Uint32Array.from(rows, ({ index }) => index);
}

/** Sorts by a number, and leaves those with the same one in the order in which they come. */
function sortedBy(indices: Uint32Array, numbers: Float64Array): Uint32Array {
  const position = new Uint32Array(indices.length);
  indices.forEach((index, at) => (position[index] = at));
  // Not by difference: it is no number between two that are infinite.
  return indices.toSorted((a, b) => {
    const [one, other] = [numbers[a] ?? 0, numbers[b] ?? 0];
    return one === other ? (position[a] ?? 0) - (position[b] ?? 0) : one < other ? -1 : 1;
  });
}

/** Prepares findings for filters, once for each set of results. */
export function indexFindings(data: PageData): FindingIndex {
  const columns = facets.map((facet) => columnOf(facet, data));
  // Comparing texts takes time, so that it is done once: the other orders go by numbers.
  const places = inPlaces(data);
  const known = new Map<Order, Uint32Array>([['place', places]]);
  const orderOf = (order: Order): Uint32Array => sortedBy(places, Float64Array.from(data.findings, order === 'newest' ? ageOf : certaintyOf));
  return {
    data,
    columns,
    column: (id) => {
      const column = columns.find(({ facet }) => facet.id === id);
      if (column === undefined) throw new RangeError(`There is no facet ${id}.`);
      return column;
    },
    texts: data.findings.map((finding) => textOf(finding, data)),
    files: filesOf(data.findings),
    keys: keysOf(data),
    places: new Map(data.findings.map(({ id }, index) => [id, index])),
    ordered: (order) => {
      const indices = known.get(order) ?? orderOf(order);
      known.set(order, indices);
      return indices;
    },
  };
}
