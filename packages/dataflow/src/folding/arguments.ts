import type { CallLike } from '../syntax/node.ts';
import type { Evaluator } from './evaluator.ts';
import type { Frame } from './frame.ts';
import { itemsOf } from './literals.ts';
import { limits } from './limits.ts';
import type { Value } from './value.ts';

export type Arguments = readonly (readonly Value[])[];

/** The values of a call's arguments; what follows a spread of an unknown list is left out. */
export function argumentsOf(evaluator: Evaluator, node: CallLike, frame: Frame | undefined): Arguments {
  const args: (readonly Value[])[] = [];
  for (const argument of node.arguments) {
    if (argument.type !== 'SpreadElement') {
      args.push(evaluator.evaluate(argument, frame));
      continue;
    }
    const items = itemsOf(evaluator.single(argument.argument, frame));
    if (!items) return args;
    args.push(...items.items);
    if (args.length > limits.items) return args.slice(0, limits.items);
  }
  return args;
}
