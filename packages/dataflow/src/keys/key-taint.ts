import type { Evaluator } from '../folding/evaluator.ts';
import type { Opaque, Piece, Value } from '../folding/value.ts';
import { visitValues } from '../folding/visit-values.ts';
import type { Origin } from '../origins/origin.ts';
import type { NameContext } from './key-names.ts';
import { submitKeyName } from './key-names.ts';

/** A Submit key that can be read in a value. */
export interface Sighting {
  /** The unknown value that is a key, or the piece of a literal one. */
  readonly part: Opaque | Piece;
  /** What it is called, where that tells. */
  readonly name: string | undefined;
}

/** Knows which unknown values and which literals of a program are Submit keys. */
export class KeyTaint {
  readonly #evaluator: Evaluator;
  readonly #names: NameContext;
  readonly #identities = new Set<string>();
  readonly #literals = new Set<number>();

  constructor(evaluator: Evaluator, names: NameContext) {
    this.#evaluator = evaluator;
    this.#names = names;
  }

  /** Marks everything that these values are made of as key: they reach the `Authorization` header of a Submit request. */
  add(values: readonly Value[]): void {
    visitValues(values, {
      opaque: (opaque) => {
        if (!opaque.carries?.length) this.#identities.add(this.#evaluator.identities.of(opaque.origin));
        this.#through(opaque.through);
      },
      piece: (piece) => this.#through(piece.through),
    });
  }

  #through(origins: readonly Origin[] | undefined): void {
    for (const origin of origins ?? []) this.#identities.add(this.#evaluator.identities.of(origin));
  }

  /** Marks the literal that begins at `start` in the source as key. */
  addLiteral(start: number): void {
    this.#literals.add(start);
  }

  /** The first Submit key that can be read in `values`. */
  find(values: readonly Value[]): Sighting | undefined {
    let found: Sighting | undefined;
    visitValues(values, {
      opaque: (opaque) => {
        if (found) return false;
        const name = submitKeyName(opaque, this.#names, this.#evaluator);
        if (name !== undefined || this.#identities.has(this.#evaluator.identities.of(opaque.origin))) found = { part: opaque, name };
        return found === undefined;
      },
      piece: (piece) => {
        if (!found && this.#holdsLiteral(piece)) found = { part: piece, name: undefined };
      },
    });
    return found;
  }

  #holdsLiteral(piece: Piece): boolean {
    if (this.#literals.size === 0) return false;
    for (const start of this.#literals) if (start >= piece.place.start && start < piece.place.end) return true;
    return false;
  }
}
