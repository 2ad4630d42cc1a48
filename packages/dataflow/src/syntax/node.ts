import type { TSESTree } from '@typescript-eslint/types';

/** Any node of an ESTree program, as typescript-eslint, espree and oxc make them. */
export type Node = TSESTree.Node;
export type Program = TSESTree.Program;
export type CallLike = TSESTree.CallExpression | TSESTree.NewExpression;
export type ClassNode = TSESTree.ClassDeclaration | TSESTree.ClassExpression;
export type FunctionNode =
  | TSESTree.FunctionDeclaration
  | TSESTree.FunctionExpression
  | TSESTree.ArrowFunctionExpression;

/** Which children a node type has, in source order: `{ CallExpression: ['callee', 'typeArguments', 'arguments'] }`. */
export type VisitorKeys = Readonly<Record<string, readonly string[] | undefined>>;

export function isFunction(node: Node | null | undefined): node is FunctionNode {
  return (
    node?.type === 'FunctionDeclaration' || node?.type === 'FunctionExpression' || node?.type === 'ArrowFunctionExpression'
  );
}

export function isClass(node: Node | null | undefined): node is ClassNode {
  return node?.type === 'ClassDeclaration' || node?.type === 'ClassExpression';
}

/**
 * Strips what does not change a value: parentheses, `as`, `satisfies`, `<T>x`, `x!`, instantiation and optional chains.
 * oxc keeps `ParenthesizedExpression`, which the type of {@link Node} does not know.
 */
export function unwrap(node: Node): Node {
  let current = node;
  for (;;) {
    switch (current.type as string) {
      case 'TSAsExpression':
      case 'TSSatisfiesExpression':
      case 'TSTypeAssertion':
      case 'TSNonNullExpression':
      case 'TSInstantiationExpression':
      case 'ChainExpression':
      case 'ParenthesizedExpression':
        current = (current as TSESTree.TSAsExpression).expression;
        break;
      default:
        return current;
    }
  }
}

/** The node around `node`, past the wrappers that {@link unwrap} strips. */
export function outward(node: Node): { readonly node: Node; readonly parent: Node | undefined } {
  let current = node;
  for (let parent = current.parent; parent; parent = current.parent) {
    if (unwrap(parent) === parent) return { node: current, parent };
    current = parent;
  }
  return { node: current, parent: undefined };
}

/** The innermost function around `node`, itself excluded. */
export function enclosingFunction(node: Node): FunctionNode | undefined {
  for (let parent = node.parent; parent; parent = parent.parent) if (isFunction(parent)) return parent;
  return undefined;
}
