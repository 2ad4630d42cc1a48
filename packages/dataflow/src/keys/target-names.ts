import { knownText } from '../folding/text.ts';
import type { Evaluator } from '../folding/evaluator.ts';
import type { Node } from '../syntax/node.ts';
import { unwrap } from '../syntax/node.ts';
import { nameOfKey } from '../syntax/property-name.ts';

/** The last name of what is called: `set` of `tokens.set`. */
export function calleeLeaf(callee: Node): string {
  const inner = unwrap(callee);
  return inner.type === 'Identifier' ? inner.name : inner.type === 'MemberExpression' ? (nameOfKey(inner.property) ?? '') : '';
}

/** The names of what is assigned to, outermost first: `config.atomyx['apiKey']`. */
export function namesOfTarget(evaluator: Evaluator, target: Node): readonly string[] | undefined {
  const names: string[] = [];
  let current = unwrap(target);
  while (current.type === 'MemberExpression') {
    const name = current.computed ? knownText(evaluator.single(current.property)) : nameOfKey(current.property);
    if (name === undefined) return undefined;
    names.unshift(name.replace(/^#/, ''));
    current = unwrap(current.object);
  }
  if (current.type === 'Identifier') names.unshift(current.name);
  return names.length > 0 ? names : undefined;
}
