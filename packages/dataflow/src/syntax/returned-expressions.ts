import type { FunctionNode, Node, VisitorKeys } from './node.ts';
import { isClass, isFunction } from './node.ts';
import { walk } from './walk.ts';

const known = new WeakMap<FunctionNode, readonly Node[]>();

/** What a function returns: its expression body, or the arguments of its own `return` statements. */
export function returnedExpressions(node: FunctionNode, keys: VisitorKeys): readonly Node[] {
  if (node.body.type !== 'BlockStatement') return [node.body];
  const cached = known.get(node);
  if (cached) return cached;
  const found: Node[] = [];
  walk(node.body, keys, (inner) => {
    if (inner.type === 'ReturnStatement' && inner.argument) found.push(inner.argument);
    return !isFunction(inner) && !isClass(inner);
  });
  known.set(node, found);
  return found;
}
