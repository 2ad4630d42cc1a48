import type { TSESTree } from '@typescript-eslint/types';
import type { Route } from './origin.ts';

/** The name of the type that a program declares for a parameter or a field of a class. */
export function declaredTypeOf(root: Route['root']): string | undefined {
  if (root.kind === 'parameter') {
    const parameter = root.function.params[root.index];
    const target = parameter?.type === 'TSParameterProperty' ? parameter.parameter : parameter;
    return target && 'typeAnnotation' in target ? typeName(target.typeAnnotation) : undefined;
  }
  if (root.kind !== 'field') return undefined;
  const field = root.class.body.body.find((member) => member.type === 'PropertyDefinition' && member.key.type === 'Identifier' && member.key.name === root.name);
  return field?.type === 'PropertyDefinition' ? typeName(field.typeAnnotation) : undefined;
}

function typeName(annotation: TSESTree.TSTypeAnnotation | undefined): string | undefined {
  const type = annotation?.typeAnnotation;
  return type?.type === 'TSTypeReference' && type.typeName.type === 'Identifier' ? type.typeName.name : undefined;
}
