import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Icon } from './icon.tsx';

interface CopyButtonProps {
  readonly text: string | (() => string);
  /** What is copied, in words that go on from `Copy the`. */
  readonly what: string;
}

/** Copies a text. It says so to those who do not see it, too. */
export function CopyButton({ text, what }: CopyButtonProps): JSX.Element {
  const [outcome, setOutcome] = useState<'done' | 'refused' | undefined>(undefined);
  const copy = (): void => {
    const say = (word: 'done' | 'refused') => (): void => {
      setOutcome(word);
      setTimeout(() => setOutcome(undefined), 2000);
    };
    navigator.clipboard.writeText(typeof text === 'string' ? text : text()).then(say('done'), say('refused'));
  };
  return (
    <span class="copy">
      <button class="button button--icon button--quiet" title={`Copy the ${what}`} aria-label={`Copy the ${what}`} onClick={copy}>
        <Icon name={outcome === 'done' ? 'check' : 'copy'} />
      </button>
      <span class="hidden" role="status">
        {outcome === undefined ? '' : outcome === 'done' ? 'Copied' : 'The browser refused to copy'}
      </span>
    </span>
  );
}
