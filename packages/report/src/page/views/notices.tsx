import type { JSX } from 'preact';
import { openFinding } from '../state/page-store.ts';
import { Icon } from './icon.tsx';
import type { PageProps } from './page.tsx';
import { unreadIn } from './verdict.ts';
import { counted } from './words.ts';

/** What nobody must overlook: the report is not complete, or not the newest, or the address leads nowhere. */
export function Notices({ state, store }: PageProps): JSX.Element {
  const { index, filter } = state;
  const missed = unreadIn(index.data);
  const isLost = filter.finding !== undefined && openFinding(state) === undefined;
  return (
    <div class="notices" role="status">
      {missed > 0 && (
        <p class="notice notice--bad">
          <Icon name="warning" />
          <span>
            <strong>This report is not complete.</strong> {counted(missed, 'place')} should have been read and {missed === 1 ? 'was' : 'were'} not.
          </span>
          <button class="button" onClick={() => showUnread(store)}>
            Show which
          </button>
        </p>
      )}
      {index.data.fault !== undefined && (
        <p class="notice notice--warning">
          <Icon name="warning" />
          <span>{index.data.fault}</span>
        </p>
      )}
      {isLost && (
        <p class="notice notice--warning">
          <Icon name="warning" />
          <span>The finding that this address names is not in this report. It may have been mended, or be in another one.</span>
          <button class="button" onClick={() => store.open(undefined)}>
            Show the list
          </button>
        </p>
      )}
    </div>
  );
}

/** Id of the part of the overview that names what was not read. */
export const unreadId = 'unread';

function showUnread(store: PageProps['store']): void {
  store.change({ sheet: 'overview' });
  store.draw();
  document.getElementById(unreadId)?.focus();
}
