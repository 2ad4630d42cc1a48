import type { PageData, PageFinding } from '../../model/page-data.ts';
import { recallAll, remember } from './storage.ts';

const start = 'steps:';
const none: ReadonlySet<number> = new Set();

/** Indices as they are remembered: `0,2`. Whatever else stands there counts for nothing. */
const parseSteps = (text: string): ReadonlySet<number> => new Set(text.split(',').filter((digits) => /^\d{1,3}$/.test(digits)).map(Number));

/** Which steps of the remedy were done, for each finding. Kept in this browser and nowhere else. */
export class CheckMarks {
  readonly #steps = new Map([...recallAll(start)].map(([id, text]) => [id, parseSteps(text)]));

  /** Indices of the steps that are done. */
  of({ id }: PageFinding): ReadonlySet<number> {
    return this.#steps.get(id) ?? none;
  }

  toggle(finding: PageFinding, step: number): void {
    const steps = new Set(this.of(finding));
    if (!steps.delete(step)) steps.add(step);
    this.#steps.set(finding.id, steps);
    remember(start + finding.id, steps.size === 0 ? undefined : [...steps].sort((a, b) => a - b).join(','));
  }

  /** Whether every step is done. A finding of a rule without steps never is. */
  isDone(finding: PageFinding, { rules }: PageData): boolean {
    const steps = this.of(finding);
    const remedy = rules[finding.rule]?.remedy ?? [];
    return steps.size > 0 && remedy.length > 0 && remedy.every((_, step) => steps.has(step));
  }
}
