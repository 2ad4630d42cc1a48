import type { Range } from '@submit-guard/core';
import type { Node } from './node.ts';

/** The range of a node in the source; that of a name is without the type that is declared for it. */
export function rangeOf(node: Node): Range {
  const [start, end] = node.range;
  return { start, end: node.type === 'Identifier' && node.typeAnnotation ? start + node.name.length : end };
}
