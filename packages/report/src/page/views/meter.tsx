import type { JSX } from 'preact';
import type { PageFinding } from '../../model/page-data.ts';

const bars = { low: 1, medium: 2, high: 3, certain: 4 } as const;

/** Confidence as bars, severity as their colour; both stand beside it in words. */
export function Meter({ finding: { confidence, severity } }: { readonly finding: PageFinding }): JSX.Element {
  return (
    <span class={`meter meter--${severity}`} aria-hidden="true">
      {[1, 2, 3, 4].map((bar) => (
        <i class={bar <= bars[confidence] ? 'on' : ''} />
      ))}
    </span>
  );
}
