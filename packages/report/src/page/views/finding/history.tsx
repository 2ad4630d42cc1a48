import type { JSX } from 'preact';
import type { PageFinding } from '../../../model/page-data.ts';
import type { PageState } from '../../state/page-store.ts';
import { counted, daysBetween, dayInWords } from '../words.ts';
import type { FindingProps } from './finding-view.tsx';

/** Events of the time line that are shown; and names in a list. */
const mostEvents = 12;
const mostNames = 6;

const someOf = (names: readonly string[]): string => (names.length > mostNames ? `${names.slice(0, mostNames).join(', ')} and ${names.length - mostNames} more` : names.join(', '));

/** The findings of the same key in the history of the same repository, the oldest first; this one among them. */
function eventsOf(finding: PageFinding, { index }: PageState): readonly PageFinding[] {
  const { data } = index;
  const { codes } = index.column('key');
  const own = codes[index.places.get(finding.id) ?? -1];
  const same = own === 0 ? [finding] : data.findings.filter((other, at) => codes[at] === own && other.source === finding.source && other.commit !== undefined);
  const timeOf = ({ history }: PageFinding): number => Date.parse(history?.authored ?? '') || 0;
  return same.sort((a, b) => timeOf(a) - timeOf(b));
}

/** Since when a key has been in a repository, in which commits it came, and where it still is. */
export function History({ finding, state, store }: FindingProps): JSX.Element {
  const { history } = finding;
  const { madeAt } = state.index.data;
  const events = eventsOf(finding, state);
  const at = events.indexOf(finding);
  const from = Math.max(0, Math.min(at - mostEvents / 2, events.length - mostEvents));
  const since = events[0]?.history?.authored;
  const days = since === undefined ? undefined : daysBetween(since, madeAt);
  return (
    <section>
      <h3>In the history</h3>
      {days !== undefined && (
        <p>
          In the repository for <strong>{counted(days, 'day')}</strong>, since {dayInWords(since ?? '')}.
        </p>
      )}
      <ol class="track">
        {from > 0 && <li class="faint">{counted(from, 'earlier commit')}</li>}
        {events.slice(from, from + mostEvents).map((event) => (
          <li key={event.id} class={event === finding ? 'is-here' : ''}>
            {event.history?.authored !== undefined && <time dateTime={event.history.authored}>{dayInWords(event.history.authored)}</time>}{' '}
            <code>{event.commit?.slice(0, 12)}</code>{' '}
            {event === finding ? <span>this finding</span> : <button class="link" onClick={() => store.open(event.id)}>{event.path}</button>}
          </li>
        ))}
        {from + mostEvents < events.length && <li class="faint">{counted(events.length - from - mostEvents, 'later commit')}</li>}
        {history?.tips !== undefined && (
          <li class={history.tips.length > 0 ? 'is-bad' : ''}>
            {history.tips.length > 0 ? <>Still in {someOf(history.tips)}</> : 'No ref shows it any more; it is in the history only'}
          </li>
        )}
      </ol>
      {history?.paths !== undefined && <p class="faint">Committed as {someOf(history.paths)}.</p>}
      {history?.refs !== undefined && <p class="faint">{history.refs.length === 0 ? 'No ref leads to the commit.' : `${counted(history.refs.length, 'ref')} lead to the commit: ${someOf(history.refs)}.`}</p>}
    </section>
  );
}
