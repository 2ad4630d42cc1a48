import type { Node } from '../syntax/node.ts';

/** A member of a callback payload: of its type, its schema, or an object that is one. */
export interface PayloadField {
  readonly name: string;
  /** Where the name is written. */
  readonly key: Node;
  /** What is put there, for objects. */
  readonly value?: Node;
  /** Nothing says that the callback is Submit's: the field counts only where it surely holds a Submit key. */
  readonly doubtful?: boolean;
}
