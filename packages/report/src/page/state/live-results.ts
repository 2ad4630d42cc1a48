import type { PageData } from '../../model/page-data.ts';
import type { PageStore } from './page-store.ts';

/** Takes newer results from the server that the page came from, whenever it says that there are some. */
export function followResults(store: PageStore): void {
  const events = new EventSource('events');
  const fail = (sentence: string): void => store.take({ ...store.state.index.data, fault: sentence });
  events.addEventListener('results', () => {
    fetch('data.json')
      .then(async (response) => store.take((await response.json()) as PageData))
      .catch(() => fail('The newest results could not be fetched. Is submit-guard serve still running?'));
  });
  events.addEventListener('error', () => {
    if (store.state.index.data.fault === undefined) fail('The server does not answer any more. Is submit-guard serve still running?');
  });
  let isFirst = true;
  events.addEventListener('open', () => {
    if (!isFirst) events.dispatchEvent(new Event('results'));
    isFirst = false;
  });
}
