import type { JSX } from 'preact';
import { themes } from '../memory/preferences.ts';
import { Icon } from './icon.tsx';
import type { PageProps } from './page.tsx';
import { verdictOf } from './verdict.ts';
import { inDigits, momentInWords } from './words.ts';

/** What the report comes to, in a few words; and what somebody may do with all of it. */
export function Header({ state, store }: PageProps): JSX.Element {
  const { data } = state.index;
  const { preferences } = state;
  const next = themes[(themes.indexOf(preferences.theme) + 1) % themes.length] ?? 'auto';
  return (
    <header class="header">
      <Icon name="brand" />
      <div class="header__words">
        <h1>{verdictOf(state.index)}</h1>
        <p class="faint">
          <span class="wide-only">submit-guard {data.version} · </span>
          {data.sources.length === 1 ? data.sources[0]?.name : `${inDigits(data.sources.length)} repositories`} · {momentInWords(data.madeAt)}
        </p>
      </div>
      <div class="header__actions">
        <button class="button narrow-only" aria-pressed={state.sheet === 'overview'} onClick={() => store.change({ sheet: state.sheet === 'overview' ? undefined : 'overview' })}>
          Overview
        </button>
        <button class="button button--icon" title={`Theme: ${preferences.theme}`} aria-label={`Theme: ${preferences.theme}. Change to ${next}`} onClick={() => store.prefer({ ...preferences, theme: next })}>
          <Icon name={preferences.theme} />
        </button>
        <button class="button button--icon wide-only" title="Print" aria-label="Print" onClick={() => print()}>
          <Icon name="print" />
        </button>
        <button class="button button--icon" title="Keys (?)" aria-label="Keys and help" onClick={() => store.change({ isHelpOpen: true })}>
          <Icon name="help" />
        </button>
      </div>
    </header>
  );
}
