import type { JSX } from 'preact';
import type { PageState, PageStore } from '../state/page-store.ts';
import { openFinding } from '../state/page-store.ts';
import { Facets } from './facets.tsx';
import { FindingView } from './finding/finding-view.tsx';
import { FindingList } from './finding-list.tsx';
import { Header } from './header.tsx';
import { HelpDialog } from './help-dialog.tsx';
import { Notices } from './notices.tsx';
import { Overview } from './overview/overview.tsx';
import { PrintedReport } from './printed-report.tsx';
import { Toolbar } from './toolbar.tsx';

/** What every part of the page is given: what there is to show, and whom to tell what somebody does. */
export interface PageProps {
  readonly state: PageState;
  readonly store: PageStore;
}

/** The whole page. */
export function Page({ state, store }: PageProps): JSX.Element {
  if (state.isPrinting) return <PrintedReport state={state} store={store} />;
  const finding = openFinding(state);
  const hasFindings = state.index.data.findings.length > 0;
  const shown = state.sheet ?? (finding === undefined ? 'findings' : 'finding');
  return (
    <div class={hasFindings ? 'page' : 'page page--empty'} data-shown={shown}>
      <Header state={state} store={store} />
      <Notices state={state} store={store} />
      {hasFindings && (
        <section class="filters" aria-label="Filters">
          <Facets state={state} store={store} />
        </section>
      )}
      <main>
        {hasFindings && (
          <section class="findings" aria-label="List">
            <Toolbar state={state} store={store} />
            <FindingList state={state} store={store} />
          </section>
        )}
        {finding === undefined || state.sheet === 'overview' ? <Overview state={state} store={store} /> : <FindingView key={finding.id} finding={finding} state={state} store={store} />}
      </main>
      <HelpDialog state={state} store={store} />
    </div>
  );
}
