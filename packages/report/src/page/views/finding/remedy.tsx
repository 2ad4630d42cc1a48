import type { JSX } from 'preact';
import { Prose } from '../prose.tsx';
import type { FindingProps } from './finding-view.tsx';

/** The steps to mend a finding, each with a check mark that this browser remembers. */
export function Remedy({ finding, state, store }: FindingProps): JSX.Element | null {
  const remedy = state.index.data.rules[finding.rule]?.remedy ?? [];
  const done = state.marks.of(finding);
  if (remedy.length === 0) return null;
  const count = remedy.filter((_, step) => done.has(step)).length;
  return (
    <section>
      <h3>
        What to do <span class="faint">{count} of {remedy.length} done</span>
      </h3>
      <ul class="remedy">
        {remedy.map((words, step) => (
          <li key={words}>
            <label>
              <input type="checkbox" checked={done.has(step)} onChange={() => store.toggleStep(finding, step)} />
              <span>
                <Prose text={words} />
              </span>
            </label>
          </li>
        ))}
      </ul>
    </section>
  );
}
