import type { PageStore } from './page-store.ts';

/** Where keys are typed and mean themselves. */
const isTyping = (target: EventTarget | null): boolean => target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName) && !(target instanceof HTMLInputElement && target.type === 'checkbox'));

/** The parts of the page that keys lead to, by their ids. */
export const listId = 'findings';
export const searchId = 'search';
export const findingTitleId = 'finding-title';

const focusOn = (id: string): void => document.getElementById(id)?.focus({ preventScroll: true });

/** Goes on in the list, wherever the focus was: what is open then is told to those who do not see it. */
const stepBy = (by: number) => (store: PageStore): void => {
  store.step(by);
  focusOn(listId);
};

/** What each key does; letters only where somebody wants them to. */
const commands: Readonly<Record<string, (store: PageStore) => void>> = {
  j: stepBy(1),
  k: stepBy(-1),
  '/': () => focusOn(searchId),
  '?': (store) => store.change({ isHelpOpen: true }),
};

/** What the keys of the list do, where it has the focus. */
const listCommands: Readonly<Record<string, (store: PageStore) => void>> = {
  ArrowDown: (store) => store.step(1),
  ArrowUp: (store) => store.step(-1),
  PageDown: (store) => store.step(10),
  PageUp: (store) => store.step(-10),
  Home: (store) => store.step(-Infinity),
  End: (store) => store.step(Infinity),
  Enter: () => focusOn(findingTitleId),
};

function escape(store: PageStore): void {
  const { sheet, filter } = store.state;
  if (document.activeElement?.id === searchId || document.activeElement?.id === findingTitleId) focusOn(listId);
  else if (sheet !== undefined) store.change({ sheet: undefined });
  else if (filter.finding !== undefined) {
    store.open(undefined);
    focusOn(listId);
  }
}

/** Lets keys work: `j` and `k`, `/`, `?`, Enter, Escape, and those that every list has. */
export function listenToKeys(store: PageStore): void {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || store.state.isHelpOpen) return;
    if (event.key === 'Escape') {
      escape(store);
      return;
    }
    if (isTyping(event.target)) {
      if (event.key === 'Enter' && document.activeElement?.id === searchId) focusOn(listId);
      return;
    }
    const isInList = document.activeElement?.id === listId;
    const command = (isInList ? listCommands[event.key] : undefined) ?? (store.state.preferences.letters ? commands[event.key] : undefined);
    if (command === undefined) return;
    event.preventDefault();
    command(store);
  });
}
