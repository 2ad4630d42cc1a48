import { ContainerError } from './container-error.ts';
import type { ContainerLimits } from './limits.ts';

/** A limit was hit: nothing further of the whole file is read. */
export class LimitError extends ContainerError {}

/** Keeps count of what one file unpacks to. */
export class ContainerBudget {
  readonly limits: ContainerLimits;
  readonly #size: () => number;
  #bytes = 0;
  #members = 0;

  /** @param size - bytes of the file, or those of it that have been read. */
  constructor(limits: ContainerLimits, size: () => number) {
    this.limits = limits;
    this.#size = size;
  }

  /** @throws {LimitError} where so many bytes are too many. */
  spend(bytes: number): void {
    this.#bytes += bytes;
    const { bytes: most, ratio, ratioFrom } = this.limits;
    if (this.#bytes > most) throw new LimitError(`unpacks to more than ${most} bytes; --max-archive-bytes raises the limit`);
    if (this.#bytes > ratioFrom && this.#bytes > ratio * this.#size()) throw new LimitError(`unpacks to more than ${ratio} times its length; --max-archive-ratio raises the limit`);
  }

  /** @throws {LimitError} where that is one member too many. */
  countMember(): void {
    const { members } = this.limits;
    if (++this.#members > members) throw new LimitError(`holds more than ${members} members; --max-archive-members raises the limit`);
  }

  /** @throws {ContainerError} where a container lies too deep. */
  enter(depth: number): void {
    const { depth: most } = this.limits;
    if (depth > most) throw new ContainerError(`lies more than ${most} containers deep; --max-archive-depth raises the limit`);
  }
}
