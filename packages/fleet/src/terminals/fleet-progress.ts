import type { TerminalContext } from 'submit-guard/fleet';
import { formatBytes } from 'submit-guard/fleet';
import type { Engine } from '../engines/engine.ts';
import type { Store } from '../stores/store.ts';
import { durationInWords } from './duration.ts';

/** Milliseconds between two states of the line, on a terminal and elsewhere. */
const interval = 500;
const plainInterval = 10_000;

/** How far a scan has come, in one line. */
export class FleetProgress {
  readonly #context: TerminalContext;
  readonly #all: number;
  readonly #begin = performance.now();
  #done = 0;
  #timer: NodeJS.Timeout | undefined;
  #isShown = false;

  private constructor(context: TerminalContext, all: number) {
    this.#context = context;
    this.#all = all;
  }

  /** @returns `undefined` where nobody wants to see it. */
  static of({ progress, quiet }: { readonly progress?: boolean; readonly quiet?: boolean }, context: TerminalContext, all: number): FleetProgress | undefined {
    return progress ?? (context.errors.isTerminal && quiet !== true) ? new FleetProgress(context, all) : undefined;
  }

  begin(engine: Engine, store: Store): void {
    const { errors, onExit } = this.#context;
    onExit(() => this.end());
    this.#timer = setInterval(() => {
      Promise.all([engine.load(), store.repositories()]).then(([{ waiting, active }, repositories]) => {
        const bytes = repositories.reduce((sum, repository) => sum + repository.bytes, 0);
        const failed = repositories.filter(({ state }) => state === 'failed').length;
        this.#show({ waiting, active, bytes, failed });
      }, () => undefined);
    }, errors.isTerminal ? interval : plainInterval).unref();
  }

  /** Some repositories have come to their end. */
  step(count: number): void {
    this.#done += count;
  }

  #show({ waiting, active, bytes, failed }: { readonly waiting: number; readonly active: number; readonly bytes: number; readonly failed: number }): void {
    if (this.#timer === undefined) return;
    const seconds = (performance.now() - this.#begin) / 1000;
    const left = this.#done === 0 ? '' : `, about ${durationInWords((seconds / this.#done) * (this.#all - this.#done))} left`;
    const failures = failed === 0 ? '' : `, ${failed} failed`;
    const line = `Scanned ${this.#done.toLocaleString('en')} of ${this.#all.toLocaleString('en')} repositories, ${formatBytes(bytes)}${failures}; ${active} jobs run, ${waiting} wait${left}`;
    if (!this.#context.errors.isTerminal) return this.#context.tell(`${line}\n`);
    this.#isShown = true;
    this.#context.tell(`\r${line}\u001b[K`);
  }

  /** Takes the line away. */
  end(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    if (this.#isShown) this.#context.tell('\r\u001b[K');
    this.#isShown = false;
  }
}
