import type { FunctionNode, Node } from '../syntax/node.ts';
import type { Value } from './value.ts';

/** What the parameters of one called function are bound to; frames link outwards as scopes do. */
export interface Frame {
  readonly function: FunctionNode;
  /** Values of the arguments, folded when asked for; `undefined` where a spread makes the positions unknown. */
  readonly argument: (index: number) => readonly Value[] | undefined;
  readonly argumentCount: number;
  readonly outer: Frame | undefined;
  /** What `this` is inside the function, where the call says it. */
  readonly self?: Value | undefined;
  /** Where the call stands. */
  readonly site: Node;
}

/** The frame of `target` in a chain of frames. */
export function frameOf(frame: Frame | undefined, target: FunctionNode): Frame | undefined {
  for (let current = frame; current; current = current.outer) if (current.function === target) return current;
  return undefined;
}

export function frameDepth(frame: Frame | undefined): number {
  let depth = 0;
  for (let current = frame; current; current = current.outer) depth += 1;
  return depth;
}
