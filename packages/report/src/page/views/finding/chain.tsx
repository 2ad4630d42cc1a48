import type { JSX } from 'preact';
import type { PageFinding } from '../../../model/page-data.ts';

/** How a key came to where it was found, from its source to the bundle. */
export function Chain({ steps }: { readonly steps: NonNullable<PageFinding['chain']> }): JSX.Element {
  return (
    <section>
      <h3>How the key came here</h3>
      <ol class="track">
        {steps.map(({ place, what }, index) => (
          <li key={index} class={index === steps.length - 1 ? 'is-here' : ''}>
            {place !== undefined && <code>{place}</code>} <span>{what}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
