import type { JSX } from 'preact';

/** A sentence of the catalogue, in which code stands between backticks. */
export function Prose({ text }: { readonly text: string }): JSX.Element {
  return <>{text.split('`').map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : part))}</>;
}
