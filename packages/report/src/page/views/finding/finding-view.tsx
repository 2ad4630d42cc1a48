import type { JSX } from 'preact';
import type { PageFinding } from '../../../model/page-data.ts';
import { everything, opened } from '../../addresses/filter.ts';
import { findingTitleId } from '../../state/keyboard.ts';
import { CopyButton } from '../copy-button.tsx';
import { Icon } from '../icon.tsx';
import { Meter } from '../meter.tsx';
import type { PageProps } from '../page.tsx';
import { Prose } from '../prose.tsx';
import { confidenceInWords, counted } from '../words.ts';
import { Chain } from './chain.tsx';
import { CodeFrame } from './code-frame.tsx';
import { History } from './history.tsx';
import { PictureBox } from './picture-box.tsx';
import { Remedy } from './remedy.tsx';

export interface FindingProps extends PageProps {
  readonly finding: PageFinding;
}

/** Everything about one finding. */
export function FindingView({ finding, state, store }: FindingProps): JSX.Element {
  const { data } = state.index;
  const { key, path, line, column, pointer, via, blob, original } = finding;
  const rule = data.rules[finding.rule];
  const place = `${path}:${line}:${column}`;
  return (
    <article class="panel finding" aria-label="Finding">
      {!state.isPrinting && <Steps finding={finding} state={state} store={store} />}
      <p class="finding__facts">
        <Meter finding={finding} />
        <span class={`tag tag--${finding.severity}`}>{finding.severity}</span>
        <span class="tag">{confidenceInWords(finding.confidence)}</span>
        <span class="tag">{finding.surface ?? finding.clause}</span>
        {data.sources.length > 1 && <span class="tag">{data.sources[finding.source]?.name}</span>}
      </p>
      <h2 id={state.isPrinting ? undefined : findingTitleId} tabIndex={-1}>
        {rule?.title ?? finding.rule}
      </h2>
      <p class="finding__message">{finding.message}</p>
      <p class="finding__place">
        <code>{place}</code>
        <CopyButton text={place} what="place" />
      </p>
      {finding.excerpt !== undefined && finding.excerpt.length > 0 && <CodeFrame lines={finding.excerpt} redacted={key?.redacted} />}
      <section>
        <h3>Why this is a finding</h3>
        <ul class="evidence">
          {finding.evidence.map(({ words, lines }) => (
            <li key={words}>
              <Icon name="check" />
              <span>
                {words} <span class="faint">{lines.length > 1 ? `lines ${lines.join(', ')}` : `line ${lines[0] ?? line}`}</span>
              </span>
            </li>
          ))}
        </ul>
      </section>
      {finding.chain !== undefined && <Chain steps={finding.chain} />}
      {finding.box !== undefined && <PictureBox box={finding.box} image={finding.image} />}
      {(finding.commit !== undefined || finding.history !== undefined) && <History finding={finding} state={state} store={store} />}
      <Remedy finding={finding} state={state} store={store} />
      <section>
        <h3>Details</h3>
        <dl class="facts">
          {key !== undefined && (
            <>
              <Fact label="Key">
                <code>{key.redacted}</code> {counted(key.length, 'character')}
              </Fact>
              <Fact label="Fingerprint">
                <code>{key.fingerprint}</code>
                <SameKey finding={finding} state={state} store={store} />
              </Fact>
            </>
          )}
          <Fact label="Rule">
            {rule === undefined ? <code>{finding.rule}</code> : <a href={rule.docsUrl} target="_blank" rel="noreferrer noopener"><code>{finding.rule}</code></a>}
          </Fact>
          {rule !== undefined && <Fact label="Policy"><Prose text={rule.policy} /></Fact>}
          {original !== undefined && <Fact label="Source"><code>{original}</code></Fact>}
          {via !== undefined && <Fact label="Decoded">{via.join(' → ')}</Fact>}
          {pointer !== undefined && <Fact label="Field"><code>{pointer}</code></Fact>}
          {blob !== undefined && <Fact label="Object"><code>{blob}</code></Fact>}
        </dl>
      </section>
    </article>
  );
}

function Fact({ label, children }: { readonly label: string; readonly children: JSX.Element | string | readonly (JSX.Element | string)[] }): JSX.Element {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Where else the same key stands. */
function SameKey({ finding, state, store }: FindingProps): JSX.Element | null {
  const { key } = finding;
  const { codes } = state.index.column('key');
  const own = codes[state.index.places.get(finding.id) ?? -1];
  const others = codes.reduce((sum, code) => sum + (code === own ? 1 : 0), -1);
  if (key === undefined || others < 1 || state.isPrinting) return null;
  return (
    <button class="link" onClick={() => store.filterBy(opened({ ...everything, chosen: { key: [key.fingerprint] } }, finding.id))}>
      {counted(others, 'other finding')} with this key
    </button>
  );
}

/** The way to the neighbours of a finding, and out of it. */
function Steps({ finding, state, store }: FindingProps): JSX.Element {
  const { indices } = state.selection;
  const at = indices.indexOf(state.index.places.get(finding.id) ?? -1);
  return (
    <nav class="steps" aria-label="Findings">
      <button class="button" onClick={() => store.open(undefined)}>
        <Icon name="back" /> <span class="phone-only">List</span><span class="wide-only">Overview</span>
      </button>
      <span class="faint">{at === -1 ? 'not in the list' : `${at + 1} of ${indices.length}`}</span>
      <button class="button button--icon" aria-label="Previous finding" disabled={at === 0} onClick={() => store.step(-1)}>
        <Icon name="up" />
      </button>
      <button class="button button--icon" aria-label="Next finding" disabled={at !== -1 && at === indices.length - 1} onClick={() => store.step(1)}>
        <Icon name="down" />
      </button>
      <CopyButton text={() => location.href} what="link to this finding" />
    </nav>
  );
}
