import type { TSESTree } from '@typescript-eslint/types';
import type { Node } from './node.ts';
import { unwrap } from './node.ts';

type Named = TSESTree.MemberExpression | TSESTree.Property | TSESTree.PropertyDefinition | TSESTree.MethodDefinition;

/** The name of a member access, property or class member where the syntax alone says it; `#x` for private names. */
export function staticName(node: Named): string | undefined {
  const key = node.type === 'MemberExpression' ? node.property : node.key;
  return node.computed ? literalName(key) : nameOfKey(key);
}

/** The name that a property key spells: an identifier, a string or a number. */
export function nameOfKey(key: Node): string | undefined {
  if (key.type === 'Identifier') return key.name;
  if (key.type === 'PrivateIdentifier') return `#${key.name.replace(/^#/, '')}`;
  return literalName(key);
}

function literalName(key: Node): string | undefined {
  const inner = unwrap(key);
  if (inner.type === 'Literal' && (typeof inner.value === 'string' || typeof inner.value === 'number')) return String(inner.value);
  if (inner.type === 'TemplateLiteral' && inner.expressions.length === 0) return inner.quasis[0]?.value.cooked ?? undefined;
  return undefined;
}
