import type { FacetId } from '../findings/facets.ts';
import { facetIds } from '../findings/facets.ts';
import type { Order } from '../findings/finding-index.ts';
import { orders } from '../findings/finding-index.ts';

/** What of a report is looked at. All of it lives in the address of the page, so that it can be sent to somebody. */
export interface Filter {
  /** Words that all must occur. */
  readonly words: string;
  /** Of each facet the values of which one must fit; all do where there is none. */
  readonly chosen: Readonly<Partial<Record<FacetId, readonly string[]>>>;
  readonly order: Order;
  /** Id of the finding that is open. */
  readonly finding?: string;
}

export const everything: Filter = { words: '', chosen: {}, order: 'certainty' };

/** Whether a filter leaves anything out. */
export const isNarrowed = ({ words, chosen }: Filter): boolean => words.trim() !== '' || Object.values(chosen).some((values) => values.length > 0);

/**
 * Reads what stands after the `#` of an address. What is not understood counts for nothing: addresses are typed and cut off.
 *
 * @param fragment - with or without its `#`.
 */
export function parseFilter(fragment: string): Filter {
  const parameters = new URLSearchParams(fragment.replace(/^#/, ''));
  const chosen = facetIds.flatMap((id) => {
    const values = [...new Set(parameters.getAll(id))].filter((value) => value !== '');
    return values.length === 0 ? [] : [[id, values] as const];
  });
  const finding = parameters.get('finding') ?? '';
  return {
    words: parameters.get('search') ?? '',
    chosen: Object.fromEntries(chosen),
    order: orders.find((order) => order === parameters.get('order')) ?? everything.order,
    ...(finding !== '' && { finding }),
  };
}

/** The address of a filter: `#clause=log&finding=0123456789abcdef`, or `#` for everything. */
export function formatFilter({ words, chosen, order, finding }: Filter): string {
  const parameters = new URLSearchParams();
  if (words !== '') parameters.set('search', words);
  for (const id of facetIds) for (const value of chosen[id] ?? []) parameters.append(id, value);
  if (order !== everything.order) parameters.set('order', order);
  if (finding !== undefined) parameters.set('finding', finding);
  return `#${parameters.toString()}`;
}

/** The filter with one value of a facet chosen that was not, or the other way round. */
export function toggled(filter: Filter, id: FacetId, value: string): Filter {
  const values = filter.chosen[id] ?? [];
  const next = values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
  return { ...filter, chosen: { ...filter.chosen, [id]: next } };
}

/** The filter with a finding open, or none. */
export function opened({ finding: _, ...rest }: Filter, id: string | undefined): Filter {
  return id === undefined ? rest : { ...rest, finding: id };
}
