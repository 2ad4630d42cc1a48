import { render } from 'preact';
import type { PageData } from '../model/page-data.ts';
import { listenToKeys } from './state/keyboard.ts';
import { followResults } from './state/live-results.ts';
import { PageStore } from './state/page-store.ts';
import { Page } from './views/page.tsx';
import { verdictOf } from './views/verdict.ts';

/** The data of the page. Its text goes once it has been read: it may be long. */
function takeData(): PageData {
  const element = document.getElementById('data');
  const data = JSON.parse(element?.textContent ?? '') as PageData;
  element?.remove();
  return data;
}

const root = document.getElementById('page');
if (root !== null) {
  const store = new PageStore(takeData(), (state) => {
    document.documentElement.dataset['theme'] = state.preferences.theme;
    document.title = `${verdictOf(state.index)} · submit-guard`;
    render(<Page state={state} store={store} />, root);
  });
  store.draw();
  listenToKeys(store);
  addEventListener('popstate', () => store.followAddress());
  // What is printed is not what is on the screen; it has to be there before the browser looks.
  const print = (isPrinting: boolean) => (): void => {
    store.change({ isPrinting });
    store.draw();
  };
  addEventListener('beforeprint', print(true));
  addEventListener('afterprint', print(false));
  if ('live' in document.documentElement.dataset) followResults(store);
}
