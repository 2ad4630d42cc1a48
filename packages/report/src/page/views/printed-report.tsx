import type { JSX } from 'preact';
import { isNarrowed } from '../addresses/filter.ts';
import { FindingView } from './finding/finding-view.tsx';
import { Overview } from './overview/overview.tsx';
import type { PageProps } from './page.tsx';
import { verdictOf } from './verdict.ts';
import { counted, inDigits, momentInWords } from './words.ts';

/** Findings that are printed; thousands of pages help nobody. */
const most = 500;

/** The report on paper: the overview, then every finding that the filter leaves. */
export function PrintedReport({ state, store }: PageProps): JSX.Element {
  const { index, selection, filter } = state;
  const { data } = index;
  const printed = [...selection.indices.subarray(0, most)].flatMap((at) => data.findings[at] ?? []);
  const left = selection.indices.length - printed.length;
  return (
    <div class="printed">
      <h1>{verdictOf(index)}</h1>
      <p class="faint">
        submit-guard {data.version} · {momentInWords(data.madeAt)}
      </p>
      <Overview state={state} store={store} />
      {isNarrowed(filter) && <p>Printed are the {counted(selection.indices.length, 'finding')} that the filter leaves.</p>}
      {printed.map((finding) => (
        <FindingView key={finding.id} finding={finding} state={state} store={store} />
      ))}
      {left > 0 && <p>{inDigits(left)} more findings are not printed. Filter the list to print others.</p>}
    </div>
  );
}
