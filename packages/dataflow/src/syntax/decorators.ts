import type { TSESTree } from '@typescript-eslint/types';
import type { Node } from './node.ts';

/** The decorators of a node; parsers that know none leave the property out. */
export function decoratorsOf(node: Node): readonly TSESTree.Decorator[] {
  return (node as { readonly decorators?: readonly TSESTree.Decorator[] }).decorators ?? [];
}
