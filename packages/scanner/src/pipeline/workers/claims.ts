/** More than a worker can be given before it has come to the first of them. */
const slots = 65_536;

const open = 0;
const claimed = 1;

/**
 * Which of the tasks that a worker was given have been begun, or taken back: whoever claims a task carries it out. Memory that both threads share, so that
 * the main thread can tell while the worker is at work.
 */
export class Claims {
  readonly shared: SharedArrayBuffer;
  readonly #states: Uint8Array;

  constructor(shared = new SharedArrayBuffer(slots)) {
    this.shared = shared;
    this.#states = new Uint8Array(shared);
  }

  /** Makes a task one that nobody has claimed. */
  open(task: number): void {
    Atomics.store(this.#states, task % slots, open);
  }

  /** @returns whether nobody else has claimed the task. */
  claim(task: number): boolean {
    return Atomics.compareExchange(this.#states, task % slots, open, claimed) === open;
  }
}
