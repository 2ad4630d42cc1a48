import type { JSX } from 'preact';
import { isNarrowed, toggled } from '../addresses/filter.ts';
import type { Order } from '../findings/finding-index.ts';
import { orders } from '../findings/finding-index.ts';
import { searchId } from '../state/keyboard.ts';
import { Icon } from './icon.tsx';
import type { PageProps } from './page.tsx';
import { counted, inDigits } from './words.ts';

const orderNames: Readonly<Record<Order, string>> = { certainty: 'Most certain first', place: 'By place', newest: 'Newest commit first' };

/** The search, how much it leaves, and in which order. */
export function Toolbar({ state, store }: PageProps): JSX.Element {
  const { filter, selection, index } = state;
  const all = index.data.findings.length;
  const left = selection.indices.length;
  return (
    <div class="toolbar">
      <div class="toolbar__row">
        <label class="search">
          <Icon name="search" />
          <input
            id={searchId}
            type="search"
            placeholder="Search paths, keys, evidence"
            aria-label="Search findings"
            autocomplete="off"
            spellcheck={false}
            value={filter.words}
            onInput={(event) => store.filterBy({ ...filter, words: event.currentTarget.value }, 'type')}
          />
          <kbd class="wide-only">/</kbd>
        </label>
        <button class="button button--icon narrow-only" aria-label="Filters" onClick={() => store.change({ sheet: 'filters' })}>
          <Icon name="filter" />
        </button>
      </div>
      <div class="toolbar__row">
        <p class="toolbar__count" aria-live="polite">
          {left === all ? counted(all, 'finding') : `${inDigits(left)} of ${counted(all, 'finding')}`}
        </p>
        <select class="order" aria-label="Order" value={filter.order} onChange={(event) => store.filterBy({ ...filter, order: orders.find((order) => order === event.currentTarget.value) ?? 'certainty' }, 'replace')}>
          {orders.map((order) => (
            <option key={order} value={order}>
              {orderNames[order]}
            </option>
          ))}
        </select>
      </div>
      {isNarrowed(filter) && <Chips state={state} store={store} />}
    </div>
  );
}

/** What is chosen, each with a way to take it back. */
function Chips({ state: { filter, index }, store }: PageProps): JSX.Element {
  return (
    <ul class="chips" aria-label="Active filters">
      {index.columns.flatMap(({ facet: { id } }) =>
        (filter.chosen[id] ?? []).map((value) => (
          <li key={`${id} ${value}`}>
            <button class="chip" aria-label={`Remove the filter ${value}`} onClick={() => store.filterBy(toggled(filter, id, value))}>
              {id === 'key' ? `key ${value.slice(0, 12)}…` : value}
              <Icon name="close" />
            </button>
          </li>
        )),
      )}
      <li>
        <button class="link" onClick={() => store.showEverything()}>
          Clear all
        </button>
      </li>
    </ul>
  );
}
