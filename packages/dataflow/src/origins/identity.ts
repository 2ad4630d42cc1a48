import type { Origin } from './origin.ts';

/** Numbers objects in the order in which they are first seen, so that origins can be compared as text. */
export class Identities {
  readonly #numbers = new Map<object, number>();

  /** The same text for the same unknown value, wherever the program mentions it. */
  of(origin: Origin): string {
    switch (origin.kind) {
      case 'global':
        return `global:${origin.name}`;
      case 'import':
        return `import:${origin.module}:${origin.name}`;
      case 'parameter':
        return `parameter:${this.#number(origin.function)}:${origin.index}`;
      case 'binding':
        return `variable:${this.#number(origin.variable)}`;
      case 'this':
        return `this:${origin.owner ? this.#number(origin.owner) : ''}`;
      case 'field':
        return `field:${this.#number(origin.class)}:${origin.name}`;
      case 'member':
        return `${this.of(origin.base)}.${origin.name ?? '*'}`;
      case 'call':
      case 'construction':
      case 'expression':
        return `node:${this.#number(origin.node)}`;
    }
  }

  #number(object: object): number {
    let number = this.#numbers.get(object);
    if (number === undefined) this.#numbers.set(object, (number = this.#numbers.size));
    return number;
  }
}
