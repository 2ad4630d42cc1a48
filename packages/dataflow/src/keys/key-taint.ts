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
  /** Offsets, in the order of the text. */
  #literals: readonly number[] = [];

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

  /** Marks the literals that begin at these offsets of the source as keys, and no others. */
  setLiterals(starts: readonly number[]): void {
    this.#literals = [...starts].sort((a, b) => a - b);
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
    let low = 0;
    let high = this.#literals.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#literals[middle] ?? 0) < piece.place.start) low = middle + 1;
      else high = middle;
    }
    const next = this.#literals[low];
    return next !== undefined && next < piece.place.end;
  }
}
