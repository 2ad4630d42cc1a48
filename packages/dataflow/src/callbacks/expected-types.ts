import type { TSESTree } from '@typescript-eslint/types';
import type { ProgramAnalysis } from '../keys/analysis.ts';
import type { Node } from '../syntax/node.ts';
import { enclosingFunction, outward, unwrap } from '../syntax/node.ts';
import { typeName } from './type-names.ts';

/**
 * The names of the types that an expression must be of by what is written around it: an assertion, the declaration of the variable,
 * field or parameter that it is given to, the result of the function that returns it.
 */
export function expectedTypes(analysis: ProgramAnalysis, node: Node): readonly string[] {
  const names: string[] = [];
  for (let around = node.parent; around && unwrap(around) !== around; around = around.parent) {
    if (around.type === 'TSAsExpression' || around.type === 'TSSatisfiesExpression' || around.type === 'TSTypeAssertion') names.push(...namesIn(around.typeAnnotation));
  }
  const { node: inner, parent } = outward(node);
  switch (parent?.type) {
    case 'VariableDeclarator':
      if (parent.init === inner) names.push(...annotated(parent.id));
      break;
    case 'PropertyDefinition':
      names.push(...namesIn(parent.typeAnnotation?.typeAnnotation));
      break;
    case 'AssignmentPattern':
      names.push(...annotated(parent.left));
      break;
    case 'ArrowFunctionExpression':
      if (parent.body === inner) names.push(...namesIn(parent.returnType?.typeAnnotation));
      break;
    case 'ReturnStatement':
      names.push(...namesIn(enclosingFunction(parent)?.returnType?.typeAnnotation));
      break;
    case 'ArrayExpression':
    case 'AwaitExpression':
    case 'ConditionalExpression':
    case 'LogicalExpression':
      names.push(...expectedTypes(analysis, parent));
      break;
    case 'CallExpression':
      if (parent.callee !== inner) names.push(...parameterTypes(analysis, parent, inner));
      break;
    default:
  }
  return names;
}

/** The type that the declaration of a variable gives it. */
export function declaredTypes(analysis: ProgramAnalysis, identifier: TSESTree.Identifier): readonly string[] {
  const [definition] = analysis.evaluator.bindings.variableOf(identifier)?.defs ?? [];
  const name = definition?.name as Node | undefined;
  return name ? annotated(name) : [];
}

function annotated(target: Node): readonly string[] {
  return 'typeAnnotation' in target ? namesIn((target.typeAnnotation as TSESTree.TSTypeAnnotation | undefined)?.typeAnnotation) : [];
}

/** The type of the parameter that an argument is given to, where the function is one of this program. */
function parameterTypes(analysis: ProgramAnalysis, call: TSESTree.CallExpression, argument: Node): readonly string[] {
  const at = call.arguments.findIndex((other) => other === argument);
  return analysis.evaluator.evaluate(call.callee).flatMap((callee) => {
    const parameter = callee.kind === 'function' ? callee.node.params[at] : undefined;
    return parameter ? annotated(parameter) : [];
  });
}

/** `SubmitCallback`, also where it stands in `Promise<Partial<SubmitCallback>[]>` or in a union. */
function namesIn(type: TSESTree.TypeNode | undefined, depth = 0): readonly string[] {
  if (!type || depth > 6) return [];
  switch (type.type) {
    case 'TSTypeReference': {
      const name = typeName(type.typeName);
      const inner = /^(?:Partial|Readonly|Required|Promise|Array|ReadonlyArray|DeepPartial|Omit|Pick)$/.test(name) ? type.typeArguments?.params[0] : undefined;
      return inner ? namesIn(inner, depth + 1) : [name];
    }
    case 'TSArrayType':
      return namesIn(type.elementType, depth + 1);
    case 'TSUnionType':
    case 'TSIntersectionType':
      return type.types.flatMap((part) => namesIn(part, depth + 1));
    case 'TSTypeOperator':
      return namesIn(type.typeAnnotation, depth + 1);
    default:
      return [];
  }
}
