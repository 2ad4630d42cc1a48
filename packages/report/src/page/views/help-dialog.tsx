import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { PageProps } from './page.tsx';

const keys: readonly (readonly [keys: readonly string[], what: string])[] = [
  [['j', 'k'], 'next and previous finding'],
  [['↓', '↑'], 'the same, in the list'],
  [['Enter'], 'from the list to the finding'],
  [['Esc'], 'back to the list, then close the finding'],
  [['/'], 'search'],
  [['?'], 'this help'],
];

/** What keys do, and a way to turn those off that are single letters. */
export function HelpDialog({ state, store }: PageProps): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  const { isHelpOpen, preferences } = state;
  useLayoutEffect(() => {
    if (isHelpOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isHelpOpen]);
  return (
    <dialog class="help" ref={dialog} aria-labelledby="help-title" onClose={() => store.change({ isHelpOpen: false })}>
      <h2 id="help-title">Keys</h2>
      <dl>
        {keys.map(([names, what]) => (
          <div key={what}>
            <dt>
              {names.map((name) => (
                <kbd key={name}>{name}</kbd>
              ))}
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <label class="switch">
        <input type="checkbox" checked={preferences.letters} onChange={() => store.prefer({ ...preferences, letters: !preferences.letters })} />
        Single characters are commands
      </label>
      <p class="faint">Filters, search and the open finding are part of the address: copy it to send somebody what you see. Check marks stay in this browser. The page asks nobody for anything.</p>
      <button class="button button--strong" onClick={() => store.change({ isHelpOpen: false })}>
        Close
      </button>
    </dialog>
  );
}
