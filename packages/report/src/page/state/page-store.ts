import type { PageData, PageFinding } from '../../model/page-data.ts';
import type { Filter } from '../addresses/filter.ts';
import { everything, formatFilter, opened, parseFilter } from '../addresses/filter.ts';
import { done, toDo } from '../findings/facets.ts';
import type { FindingIndex } from '../findings/finding-index.ts';
import { indexFindings } from '../findings/finding-index.ts';
import type { Selection } from '../findings/select-findings.ts';
import { selectFindings } from '../findings/select-findings.ts';
import { CheckMarks } from '../memory/check-marks.ts';
import type { Preferences } from '../memory/preferences.ts';
import { recallPreferences, rememberPreferences } from '../memory/preferences.ts';

/** What a narrow window shows besides the list. */
export type Sheet = 'filters' | 'overview';

/** Everything that the page is drawn from. */
export interface PageState {
  readonly index: FindingIndex;
  readonly filter: Filter;
  readonly selection: Selection;
  readonly marks: CheckMarks;
  readonly preferences: Preferences;
  readonly sheet: Sheet | undefined;
  readonly isHelpOpen: boolean;
  readonly isPrinting: boolean;
}

/** Milliseconds without a key after which typed words go into the address; browsers refuse addresses that change all the time. */
const typingPause = 250;

/** What the page shows and what changes it. One of it a page. */
export class PageStore {
  #state: PageState;
  #isWaiting = false;
  #typing: ReturnType<typeof setTimeout> | undefined;
  readonly #draw: (state: PageState) => void;

  /** @param draw - called with the first state at once, and after changes. */
  constructor(data: PageData, draw: (state: PageState) => void) {
    this.#draw = draw;
    const marks = new CheckMarks();
    const index = marked(indexFindings(data), marks);
    const filter = parseFilter(location.hash);
    this.#state = { index, filter, selection: selectFindings(index, filter), marks, preferences: recallPreferences(), sheet: undefined, isHelpOpen: false, isPrinting: false };
  }

  get state(): PageState {
    return this.#state;
  }

  /** The finding that is open. */
  get finding(): PageFinding | undefined {
    return openFinding(this.#state);
  }

  change(change: Partial<PageState>): void {
    this.#state = { ...this.#state, ...change };
    if (this.#isWaiting) return;
    this.#isWaiting = true;
    queueMicrotask(() => {
      if (this.#isWaiting) this.draw();
    });
  }

  /** Draws at once. */
  draw(): void {
    this.#isWaiting = false;
    this.#draw(this.#state);
  }

  /** Takes newer results. The filter and what is open stay. */
  take(data: PageData): void {
    const index = marked(indexFindings(data), this.#state.marks);
    this.change({ index, selection: selectFindings(index, this.#state.filter) });
  }

  /** @param way - `push` where the browser should come back here; `type` for words that are still being typed. */
  filterBy(filter: Filter, way: 'push' | 'replace' | 'type' = 'push'): void {
    if (way === 'type') {
      this.#apply(filter);
      clearTimeout(this.#typing);
      this.#typing = setTimeout(() => this.#settle(), typingPause);
      return;
    }
    this.#settle();
    this.#apply(filter);
    if (way === 'push') history.pushState(null, '', formatFilter(filter));
    else history.replaceState(null, '', formatFilter(filter));
  }

  /** Goes where the address says. */
  followAddress(): void {
    this.#apply(parseFilter(location.hash));
  }

  showEverything(): void {
    this.filterBy(opened(everything, this.#state.filter.finding));
  }

  /** Opens a finding, or closes it. The way back leads to the list, and not through every finding that was looked at. */
  open(id: string | undefined): void {
    const { filter } = this.#state;
    if (id === filter.finding) return;
    this.filterBy(opened(filter, id), filter.finding === undefined || id === undefined ? 'push' : 'replace');
  }

  /** Opens the finding so many places further down in the list, or the first. */
  step(by: number): void {
    const { index, selection, filter } = this.#state;
    const at = filter.finding === undefined ? -1 : selection.indices.indexOf(index.places.get(filter.finding) ?? -1);
    const next = at === -1 ? 0 : Math.min(Math.max(at + by, 0), selection.indices.length - 1);
    const id = index.data.findings[selection.indices[next] ?? -1]?.id;
    if (id !== undefined) this.open(id);
  }

  toggleStep(finding: PageFinding, step: number): void {
    const { index, marks, filter } = this.#state;
    marks.toggle(finding, step);
    mark(index, marks, index.places.get(finding.id) ?? -1);
    this.change({ selection: selectFindings(index, filter) });
  }

  prefer(preferences: Preferences): void {
    rememberPreferences(preferences);
    this.change({ preferences });
  }

  /** Writes typed words into the address now, so that the way back leads to them. */
  #settle(): void {
    if (this.#typing === undefined) return;
    clearTimeout(this.#typing);
    this.#typing = undefined;
    history.replaceState(null, '', formatFilter(this.#state.filter));
  }

  #apply(filter: Filter): void {
    const { index, filter: before, selection } = this.#state;
    const isSame = before.words === filter.words && before.order === filter.order && before.chosen === filter.chosen;
    this.change({ filter, selection: isSame ? selection : selectFindings(index, filter) });
  }
}

/** The finding that is open, if it is one of the report. */
export const openFinding = ({ index, filter }: Pick<PageState, 'index' | 'filter'>): PageFinding | undefined =>
  filter.finding === undefined ? undefined : index.data.findings[index.places.get(filter.finding) ?? -1];

/** Notes of a finding whether it is done. */
function mark(index: FindingIndex, marks: CheckMarks, at: number): void {
  const { codes, values } = index.column('progress');
  const finding = index.data.findings[at];
  if (finding !== undefined) codes[at] = values.indexOf(marks.isDone(finding, index.data) ? done : toDo) + 1;
}

function marked(index: FindingIndex, marks: CheckMarks): FindingIndex {
  for (let at = 0; at < index.data.findings.length; at++) mark(index, marks, at);
  return index;
}
