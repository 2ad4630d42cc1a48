import type { Leak } from './leak.ts';

/** A build that would ship a key. The message says which, and shows none. */
export class LeakError extends Error {
  override readonly name = 'LeakError';
  /** For programs. */
  readonly leaks: readonly Leak[];

  constructor(leaks: readonly Leak[], message: string) {
    super(message);
    this.leaks = leaks;
    // Bundlers print the stack of what a plugin throws; where in this one helps nobody.
    this.stack = String(this);
  }
}
