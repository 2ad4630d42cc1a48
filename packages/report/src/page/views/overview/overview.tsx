import type { JSX } from 'preact';
import { Icon } from '../icon.tsx';
import type { PageProps } from '../page.tsx';
import { isClean, placesIn, unreadIn, verdictOf } from '../verdict.ts';
import { inDigits } from '../words.ts';
import { Coverage } from './coverage.tsx';
import { Keys } from './keys.tsx';
import { PolicyNotes } from './policy-notes.tsx';

/** What the report as a whole comes to: totals, what was not read, and the keys to revoke. */
export function Overview({ state, store }: PageProps): JSX.Element {
  const { data, keys, files } = state.index;
  const totals: readonly (readonly [number, string])[] = [
    [data.findings.length, 'findings'],
    [keys.length, keys.length === 1 ? 'key' : 'keys'],
    [files, 'files with findings'],
    [placesIn(data), 'files and objects read'],
  ];
  return (
    <section class="panel overview" aria-label="Overview">
      {state.sheet === 'overview' && (
        <div class="sheet-head">
          <h2>Overview</h2>
          <button class="button" onClick={() => store.change({ sheet: undefined })}>
            Close
          </button>
        </div>
      )}
      {data.findings.length === 0 ? (
        <Empty state={state} store={store} />
      ) : (
        <>
          {state.sheet !== 'overview' && <h2 class="hidden">Overview</h2>}
          <ul class="totals">
            {totals.map(([count, label]) => (
              <li key={label}>
                <strong>{inDigits(count)}</strong>
                <span>{label}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {unreadIn(data) > 0 ? <Coverage state={state} store={store} /> : null}
      {keys.length > 0 && <Keys keys={keys} state={state} store={store} />}
      {unreadIn(data) > 0 ? null : <Coverage state={state} store={store} />}
      <PolicyNotes data={data} />
    </section>
  );
}

/** A report without findings: good news only where everything was read. */
function Empty({ state: { index } }: PageProps): JSX.Element {
  const { data } = index;
  const clean = isClean(index);
  return (
    <div class={clean ? 'empty empty--clean' : 'empty empty--unsure'}>
      <Icon name={clean ? 'clean' : 'warning'} />
      <h2>{verdictOf(index)}</h2>
      <p>{data.sources.map(({ name, read }) => (data.sources.length === 1 ? `${read} read.` : `${name}: ${read}.`)).slice(0, 5).join(' ')}</p>
      {clean && <p class="faint">What was suppressed or left out stands below.</p>}
    </div>
  );
}
