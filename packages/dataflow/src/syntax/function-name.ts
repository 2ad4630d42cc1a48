import { calleeName } from './callee-name.ts';
import type { FunctionNode } from './node.ts';
import { outward } from './node.ts';
import { staticName } from './property-name.ts';

/** What a function is called: its own name, or that of the variable, member or property that it is given to. */
export function nameOfFunction(fn: FunctionNode): string | undefined {
  if (fn.type === 'FunctionDeclaration') return fn.id?.name;
  let { node, parent } = outward(fn);
  // `onRequest(async (req, res) => ...)`: the result is called what the function is.
  while (parent?.type === 'CallExpression' && parent.callee !== node && !/^use[A-Z]/.test(calleeName(parent) ?? '')) ({ node, parent } = outward(parent));
  if (parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier') return parent.id.name;
  if (parent?.type === 'MethodDefinition' || parent?.type === 'Property' || parent?.type === 'PropertyDefinition') return staticName(parent);
  return parent?.type === 'AssignmentExpression' && parent.left.type === 'MemberExpression' ? staticName(parent.left) : undefined;
}
