import type { TSESTree } from '@typescript-eslint/types';
import type { Node } from '../syntax/node.ts';
import { nameOfKey } from '../syntax/property-name.ts';

/** One step from a destructured value to a name in the pattern. */
export type PatternStep =
  | { readonly kind: 'member'; readonly name: string | undefined }
  | { readonly kind: 'index'; readonly index: number }
  /** What is left: without the members, or behind the items, that the pattern names. */
  | { readonly kind: 'rest'; readonly without: readonly (string | undefined)[]; readonly from: number }
  | { readonly kind: 'default'; readonly node: Node };

/** The steps from the value that `pattern` takes apart to the binding `target` in it. */
export function patternPath(pattern: Node, target: unknown): readonly PatternStep[] | undefined {
  switch (pattern.type) {
    case 'Identifier':
    case 'MemberExpression':
      return pattern === target ? [] : undefined;
    case 'TSParameterProperty':
      return patternPath(pattern.parameter, target);
    case 'AssignmentPattern':
      return before({ kind: 'default', node: pattern.right }, patternPath(pattern.left, target));
    case 'RestElement':
      return before(restOf(pattern), patternPath(pattern.argument, target));
    case 'ObjectPattern':
      for (const property of pattern.properties) {
        if (property.type === 'RestElement') {
          const path = patternPath(property, target);
          if (path) return path;
          continue;
        }
        const path = patternPath(property.value, target);
        if (path) return before({ kind: 'member', name: property.computed ? undefined : nameOfKey(property.key) }, path);
      }
      return undefined;
    case 'ArrayPattern':
      for (const [index, element] of pattern.elements.entries()) {
        const path = element ? patternPath(element, target) : undefined;
        if (path) return element?.type === 'RestElement' ? path : before({ kind: 'index', index }, path);
      }
      return undefined;
    default:
      return undefined;
  }
}

/** What a rest element leaves out, by the pattern around it. */
function restOf(element: TSESTree.RestElement): PatternStep {
  const { parent } = element as { readonly parent?: Node };
  const without = parent?.type === 'ObjectPattern' ? parent.properties.flatMap((property) => (property.type === 'Property' ? [property.computed ? undefined : nameOfKey(property.key)] : [])) : [];
  return { kind: 'rest', without, from: parent?.type === 'ArrayPattern' ? parent.elements.indexOf(element) : 0 };
}

function before(step: PatternStep, path: readonly PatternStep[] | undefined): readonly PatternStep[] | undefined {
  return path && [step, ...path];
}
