import type { JSX } from 'preact';
import type { PageSource } from '../../../model/page-data.ts';
import { unreadId } from '../notices.tsx';
import type { PageProps } from '../page.tsx';
import { unreadIn } from '../verdict.ts';
import { counted, inDigits } from '../words.ts';

/** Sources that are listed one by one. */
const mostSources = 200;

/** What was read, what was left out on purpose, and first of all what should have been read and was not. */
export function Coverage({ state: { index: { data } } }: PageProps): JSX.Element {
  const missed = data.sources.filter(({ unread }) => unread.count > 0);
  return (
    <>
      {missed.length > 0 && (
        <section class="unread" id={unreadId} tabIndex={-1}>
          <h3>Not read <span class="faint">{counted(unreadIn(data), 'place')}</span></h3>
          {missed.map((source) => <Unread key={source.name} source={source} isNamed={data.sources.length > 1} />)}
        </section>
      )}
      <section>
        <h3>Coverage</h3>
        <ul class="sources">
          {data.sources.slice(0, mostSources).map((source) => (
            <li key={source.name}>
              <strong>{source.name}</strong> <span>{source.read} read{source.suppressed > 0 ? `; ${counted(source.suppressed, 'finding')} suppressed` : ''}</span>
              {source.skipped.length > 0 && <Skipped source={source} />}
            </li>
          ))}
        </ul>
        {data.sources.length > mostSources && <p class="faint">and {inDigits(data.sources.length - mostSources)} more</p>}
      </section>
    </>
  );
}

function Unread({ source: { name, unread }, isNamed }: { readonly source: PageSource; readonly isNamed: boolean }): JSX.Element {
  return (
    <>
      {isNamed && <h4>{name}</h4>}
      <ul class="places">
        {unread.shown.map(({ path, reason }) => (
          <li key={path}>
            <code>{path}</code> <span class="faint">{reason}</span>
          </li>
        ))}
      </ul>
      {unread.count > unread.shown.length && <p class="faint">and {inDigits(unread.count - unread.shown.length)} more; --format json names them all</p>}
    </>
  );
}

function Skipped({ source: { skipped } }: { readonly source: PageSource }): JSX.Element {
  const count = skipped.reduce((sum, { count }) => sum + count, 0);
  return (
    <details>
      <summary>{counted(count, 'place')} left out</summary>
      {skipped.map(({ reason, count, shown }) => (
        <div key={reason}>
          <h4>{reason} <span class="faint">{inDigits(count)}</span></h4>
          <ul class="places">
            {shown.map((path) => (
              <li key={path}>
                <code>{path}</code>
              </li>
            ))}
          </ul>
          {count > shown.length && <p class="faint">and {inDigits(count - shown.length)} more</p>}
        </div>
      ))}
    </details>
  );
}
