/** Places of a text where a known key may begin; everywhere, where nobody can tell. */
export class OwnPlaces {
  readonly #places: readonly number[] | undefined;
  #next = 0;

  /** @param places - ascending offsets. */
  constructor(places: readonly number[] | undefined) {
    this.#places = places;
  }

  /** Whether one lies between two offsets; asked for ascending stretches. */
  standIn(start: number, end: number): boolean {
    if (this.#places === undefined) return true;
    while ((this.#places[this.#next] ?? Infinity) < start) this.#next++;
    return (this.#places[this.#next] ?? Infinity) < end;
  }
}
