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
  return same
    .map((event) => ({ event, time: Date.parse(event.history?.authored ?? '') || 0 }))
    .sort((a, b) => a.time - b.time)
    .map(({ event }) => event);
}

/** Where a key can still be seen without digging: refs that show one of its findings at their tip; `undefined` where nobody looked. */
function tipsOf(events: readonly PageFinding[], finding: PageFinding): readonly string[] | undefined {
  if (events.every(({ history }) => history?.tips === undefined)) return undefined;
  const tips = events.flatMap(({ path, history }) => (history?.tips ?? []).map((tip) => (path === finding.path ? tip : `${tip} as ${path}`)));
  return [...new Set(tips)];
}

/** Since when a key has been in a repository, in which commits it came, and where it still is. */
export function History({ finding, state, store }: FindingProps): JSX.Element {
  const { history } = finding;
  const { madeAt } = state.index.data;
  const events = eventsOf(finding, state);
  const tips = tipsOf(events, finding);
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
        {tips !== undefined && <li class={tips.length > 0 ? 'is-bad' : ''}>{tips.length > 0 ? `Still in ${someOf(tips)}` : 'No ref shows the key any more; it is in the history only'}</li>}
      </ol>
      {history?.paths !== undefined && <p class="faint">Committed as {someOf(history.paths)}.</p>}
      {history?.refs !== undefined && <p class="faint">{history.refs.length === 0 ? 'No ref leads to the commit.' : `The commit is in ${someOf(history.refs)}.`}</p>}
    </section>
  );
}
