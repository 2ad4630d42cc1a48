/**
 * Answers that were given last, by a text. Bounded: it starts anew when it is full. The texts may be parts of keys: a memo is never printed.
 */
export class Memo<Answer> {
  readonly #answers = new Map<string, Answer>();
  readonly #most: number;
  readonly #make: (text: string) => Answer;

  /**
   * @param most - answers that are kept.
   * @param make - gives the answer for a text; the same one, whenever it is asked.
   */
  constructor(most: number, make: (text: string) => Answer) {
    this.#most = most;
    this.#make = make;
  }

  of(text: string): Answer {
    const known = this.#answers.get(text);
    if (known !== undefined) return known;
    const answer = this.#make(text);
    if (this.#answers.size >= this.#most) this.#answers.clear();
    this.#answers.set(ownCopy(text), answer);
    return answer;
  }
}

/** A few characters cut out of a text keep all of it in memory; a copy does not. */
export function ownCopy(text: string): string {
  return ` ${text}`.slice(1);
}
