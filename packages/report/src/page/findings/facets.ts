import type { PageData, PageFinding } from '../../model/page-data.ts';

/** What findings are counted and filtered by. Also their names in the address of the page. */
export const facetIds = ['progress', 'confidence', 'severity', 'clause', 'surface', 'source', 'key'] as const;
export type FacetId = (typeof facetIds)[number];

export interface Facet {
  readonly id: FacetId;
  readonly label: string;
  /** The values that come first, in this order; others follow by how often they occur. */
  readonly order: readonly string[];
  /** `undefined` where the finding has none. */
  readonly valueOf: (finding: PageFinding, data: PageData) => string | undefined;
}

/** Values of `progress`: whether every step of the remedy has its check mark. */
export const toDo = 'to do';
export const done = 'done';

export const facets: readonly Facet[] = [
  { id: 'confidence', label: 'Confidence', order: ['certain', 'high', 'medium', 'low'], valueOf: ({ confidence }) => confidence },
  { id: 'clause', label: 'Clause of the policy', order: [], valueOf: ({ clause }) => clause },
  { id: 'surface', label: 'Surface', order: [], valueOf: ({ surface }) => surface },
  { id: 'source', label: 'Repository', order: [], valueOf: ({ source }, { sources }) => sources[source]?.name },
  { id: 'severity', label: 'Severity', order: ['error', 'warning', 'info'], valueOf: ({ severity }) => severity },
  { id: 'progress', label: 'Progress', order: [toDo, done], valueOf: () => toDo },
  { id: 'key', label: 'Key', order: [], valueOf: ({ key }) => key?.fingerprint },
];
