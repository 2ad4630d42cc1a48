import type { ContainerBudget } from './budget.ts';
import type { ByteReader } from './byte-reader.ts';
import { ContainerError } from './container-error.ts';

/** Counts what it gives, and ends where it fails: what came before the failure is scanned all the same. */
export class CheckedReader implements ByteReader {
  /** Why there is no more. */
  failure: ContainerError | undefined;
  bytes = 0;
  readonly #reader: ByteReader;
  readonly #budget: ContainerBudget | undefined;

  constructor(reader: ByteReader, budget: ContainerBudget | undefined) {
    this.#reader = reader;
    this.#budget = budget;
  }

  read(target: Uint8Array): number | Promise<number> {
    if (this.failure !== undefined) return 0;
    try {
      const given = this.#reader.read(target);
      return typeof given === 'number' ? this.#take(given) : given.then((count) => this.#take(count)).catch((error: unknown) => this.#fail(error));
    } catch (error) {
      return this.#fail(error);
    }
  }

  #take(count: number): number {
    this.bytes += count;
    this.#budget?.spend(count);
    return count;
  }

  #fail(error: unknown): number {
    if (!(error instanceof ContainerError)) throw error;
    this.failure = error;
    return 0;
  }
}
