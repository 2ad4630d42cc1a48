import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { toggled } from '../addresses/filter.ts';
import type { FacetColumn } from '../findings/finding-index.ts';
import type { PageProps } from './page.tsx';
import { inDigits } from './words.ts';

/** Values of a facet that are shown at first, and at most. */
const fewValues = 8;
const mostValues = 300;

/** Totals by what findings have in common; each of them is a filter. */
export function Facets({ state, store }: PageProps): JSX.Element {
  return (
    <>
      <div class="sheet-head narrow-only">
        <h2>Filters</h2>
        <button class="button button--strong" onClick={() => store.change({ sheet: undefined })}>
          Show {inDigits(state.selection.indices.length)}
        </button>
      </div>
      {state.index.columns.filter((column) => isWorthShowing(column, state)).map((column) => (
        <FacetGroup key={column.facet.id} column={column} state={state} store={store} />
      ))}
    </>
  );
}

/** Keys have their own table; and one repository, or one severity, is no choice. */
function isWorthShowing({ facet: { id }, codes }: FacetColumn, { filter }: PageProps['state']): boolean {
  if (id === 'key') return false;
  if ((filter.chosen[id]?.length ?? 0) > 0) return true;
  if (id !== 'source' && id !== 'severity') return codes.some((code) => code > 0);
  const first = codes[0];
  return codes.some((code) => code !== first);
}

function FacetGroup({ column: { facet, values }, state, store }: PageProps & { readonly column: FacetColumn }): JSX.Element {
  const [isLong, setLong] = useState(false);
  const chosen = state.filter.chosen[facet.id] ?? [];
  const counts = state.selection.counts.get(facet.id);
  const rows = values.map((value, index) => ({ value, count: counts?.[index] ?? 0, isChosen: chosen.includes(value) })).filter(({ value, count, isChosen }) => count > 0 || isChosen || facet.order.includes(value));
  const limit = isLong ? mostValues : fewValues;
  const shown = rows.filter(({ isChosen }, index) => index < limit || isChosen);
  const most = rows.reduce((highest, { count }) => Math.max(highest, count), 1);
  const headingId = `facet-${facet.id}`;
  return (
    <section class="facet" aria-labelledby={headingId}>
      <h2 id={headingId}>{facet.label}</h2>
      <ul>
        {shown.map(({ value, count, isChosen }) => (
          <li key={value}>
            <button class="facet__value" aria-pressed={isChosen} disabled={count === 0 && !isChosen} onClick={() => store.filterBy(toggled(state.filter, facet.id, value))}>
              <span class="facet__name">{value}</span>
              <span class="facet__count">{inDigits(count)}</span>
              <span class="facet__bar" style={{ '--share': count / most }} />
            </button>
          </li>
        ))}
      </ul>
      {rows.length > fewValues && (
        <button class="link" onClick={() => setLong(!isLong)}>
          {isLong ? 'Fewer' : `All ${inDigits(rows.length)}`}
        </button>
      )}
      {isLong && rows.length > mostValues && <p class="faint">The first {inDigits(mostValues)}. Search for the name of another one.</p>}
    </section>
  );
}
