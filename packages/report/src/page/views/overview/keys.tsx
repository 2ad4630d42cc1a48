import type { JSX } from 'preact';
import { everything } from '../../addresses/filter.ts';
import type { FoundKey } from '../../findings/keys.ts';
import type { PageProps } from '../page.tsx';
import { counted, inDigits } from '../words.ts';

/** Keys that are listed one by one. */
const mostKeys = 50;

/** The keys to revoke: every finding of a key ends when the key does. */
export function Keys({ keys, state, store }: PageProps & { readonly keys: readonly FoundKey[] }): JSX.Element {
  const hasSources = state.index.data.sources.length > 1;
  const show = (fingerprint: string): void => {
    store.change({ sheet: undefined });
    store.filterBy({ ...everything, chosen: { key: [fingerprint] } });
  };
  return (
    <section>
      <h3>Keys to revoke <span class="faint">{inDigits(keys.length)}</span></h3>
      <table class="keys">
        <thead>
          <tr>
            <th scope="col">Key</th>
            <th scope="col">Findings</th>
            <th scope="col">Files</th>
            {hasSources && <th scope="col">Repositories</th>}
          </tr>
        </thead>
        <tbody>
          {keys.slice(0, mostKeys).map(({ fingerprint, redacted, length, findings, files, sources }) => (
            <tr key={fingerprint}>
              <th scope="row">
                <button class="link" title={fingerprint} onClick={() => show(fingerprint)}>
                  <code>{redacted}</code>
                </button>{' '}
                <span class="faint">{counted(length, 'character')}</span>
              </th>
              <td>{inDigits(findings)}</td>
              <td>{inDigits(files)}</td>
              {hasSources && <td>{inDigits(sources)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      {keys.length > mostKeys && <p class="faint">and {inDigits(keys.length - mostKeys)} more</p>}
    </section>
  );
}
