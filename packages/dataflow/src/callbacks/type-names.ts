import type { TSESTree } from '@typescript-eslint/types';
import type { ClassNode, Node } from '../syntax/node.ts';

/** What can give a type its name. */
export type Declaration = TSESTree.TSInterfaceDeclaration | TSESTree.TSTypeAliasDeclaration | ClassNode;

/** The name of a declaration with those of the namespaces around it: `Submit.WebhookPayload`. */
export function qualifiedName(declaration: Declaration): string {
  const names = [declaration.id?.name ?? ''];
  for (let node: Node | undefined = declaration.parent; node; node = node.parent) {
    if (node.type === 'TSModuleDeclaration' && node.id.type !== 'Literal') names.unshift(typeName(node.id));
  }
  return names.join('.');
}

/** `Submit.WebhookPayload` as text. */
export function typeName(name: TSESTree.EntityName): string {
  if (name.type === 'Identifier') return name.name;
  return name.type === 'TSQualifiedName' ? `${typeName(name.left)}.${name.right.name}` : '';
}
