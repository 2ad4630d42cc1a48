import type { JSX } from 'preact';
import type { PageData } from '../../../model/page-data.ts';

/** Notes that are listed one by one. */
const mostNotes = 200;

/** Suppressions that a person should look at. */
export function PolicyNotes({ data: { sources } }: { readonly data: PageData }): JSX.Element | null {
  const notes = sources.flatMap((source) => source.notes);
  if (notes.length === 0) return null;
  return (
    <section>
      <h3>Suppressions that need a look <span class="faint">{notes.length}</span></h3>
      <ul class="places">
        {notes.slice(0, mostNotes).map(({ kind, place, message }, index) => (
          <li key={index}>
            <code>{place}</code> <strong>{kind}</strong> <span>{message}</span>
          </li>
        ))}
      </ul>
      {notes.length > mostNotes && <p class="faint">and {notes.length - mostNotes} more</p>}
    </section>
  );
}
