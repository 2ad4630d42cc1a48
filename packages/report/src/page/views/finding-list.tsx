import type { JSX } from 'preact';
import type { PageFinding } from '../../model/page-data.ts';
import { done } from '../findings/facets.ts';
import type { FindingIndex } from '../findings/finding-index.ts';
import { listId } from '../state/keyboard.ts';
import { Icon } from './icon.tsx';
import { Meter } from './meter.tsx';
import type { PageProps } from './page.tsx';
import { useVirtualRows } from './virtual-rows.ts';
import { confidenceInWords, splitPath } from './words.ts';

/** Pixels; the style sheet says the same. */
const rowHeight = 68;

const idOf = (row: number): string => `row-${row}`;

/** The findings that the filter leaves; only those in view are in the document. */
export function FindingList({ state, store }: PageProps): JSX.Element {
  const { index, selection, filter } = state;
  const { findings } = index.data;
  const active = filter.finding === undefined ? -1 : selection.indices.indexOf(index.places.get(filter.finding) ?? -1);
  const rows = useVirtualRows(selection.indices.length, rowHeight, active);
  const shown = [...selection.indices.subarray(rows.first, rows.end)];
  if (selection.indices.length === 0) return <NothingLeft store={store} />;
  return (
    <div
      class="list"
      id={listId}
      role="listbox"
      aria-label="Findings"
      tabIndex={0}
      ref={rows.scroller}
      onScroll={rows.onScroll}
      {...(active >= rows.first && active < rows.end && { 'aria-activedescendant': idOf(active) })}
    >
      <div role="presentation" class="list__all" style={{ height: `${rows.height}px` }}>
        <div role="presentation" class="list__drawn" style={{ transform: `translateY(${rows.top}px)` }}>
          {shown.map((at, offset) => {
            const finding = findings[at];
            const row = rows.first + offset;
            return finding === undefined ? null : (
              <Row key={row} finding={finding} index={index} at={at} row={row} count={selection.indices.length} isActive={row === active} onOpen={() => store.open(finding.id)} />
            );
          })}
        </div>
      </div>
    </div>
  );
}

interface RowProps {
  readonly finding: PageFinding;
  readonly index: FindingIndex;
  readonly at: number;
  readonly row: number;
  readonly count: number;
  readonly isActive: boolean;
  readonly onOpen: () => void;
}

function Row({ finding, index, at, row, count, isActive, onOpen }: RowProps): JSX.Element {
  const { data } = index;
  const progress = index.column('progress');
  const isDone = progress.values[(progress.codes[at] ?? 0) - 1] === done;
  const [folders, name] = splitPath(finding.path);
  const source = data.sources.length > 1 ? data.sources[finding.source]?.name : undefined;
  return (
    <div id={idOf(row)} class={isDone ? 'row row--done' : 'row'} role="option" aria-selected={isActive} aria-posinset={row + 1} aria-setsize={count} onClick={onOpen}>
      <Meter finding={finding} />
      <span class="row__place">
        <b>
          {name}
          <span class="row__line">:{finding.line}</span>
        </b>
        <span class="row__folders">
          {source !== undefined && <span class="row__source">{source} </span>}
          {folders}
        </span>
      </span>
      <span class="row__what">{data.rules[finding.rule]?.title ?? finding.rule}</span>
      <span class="row__end">
        {isDone ? <Icon name="check" /> : null}
        <span class="hidden">
          {isDone ? 'done, ' : ''}
          {finding.severity}, {confidenceInWords(finding.confidence)}
        </span>
        <span class="row__key">{finding.key?.redacted ?? ''}</span>
      </span>
    </div>
  );
}

function NothingLeft({ store }: Pick<PageProps, 'store'>): JSX.Element {
  return (
    <div class="nothing" id={listId} tabIndex={-1}>
      <p>
        <strong>No finding fits.</strong>
      </p>
      <p class="faint">Fewer filters show more.</p>
      <button class="button" onClick={() => store.showEverything()}>
        Show all findings
      </button>
    </div>
  );
}
