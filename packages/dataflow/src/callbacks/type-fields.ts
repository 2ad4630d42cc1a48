import type { TSESTree } from '@typescript-eslint/types';
import type { ProgramAnalysis } from '../keys/analysis.ts';
import type { CallbackScope } from './callback-scope.ts';
import type { PayloadField } from './payload-field.ts';
import type { TypeReading } from './type-members.ts';
import { TypeMembers } from './type-members.ts';
import { qualifiedName } from './type-names.ts';

/** Fields of one program that are looked at: types may multiply, as in unions of unions. */
const maxFields = 2_000;

/** Types of a field that cannot hold a key. */
const harmless: ReadonlySet<string> = new Set(['TSNeverKeyword', 'TSUndefinedKeyword', 'TSBooleanKeyword']);

/** Members, at any depth, of the types and classes that are Submit callbacks, through whatever they are made of in the same file. */
export function typeFields(analysis: ProgramAnalysis, scope: CallbackScope): readonly PayloadField[] {
  const { types, classes } = analysis.index;
  const roots = [...types, ...classes].filter((declaration) => declaration.id && scope.isCallback(qualifiedName(declaration), declaration));
  if (roots.length === 0) return [];
  const members = new TypeMembers(analysis.index);
  const fields: PayloadField[] = [];
  const seen = new Set<TSESTree.TypeNode>();
  const open: TypeReading[] = roots.map((root) => members.ofDeclaration(root));
  const read = (type: TSESTree.TypeNode | undefined): void => {
    if (!type || seen.has(type)) return;
    seen.add(type);
    open.push(members.of(type));
  };
  for (let reading = open.pop(); reading !== undefined && fields.length < maxFields; reading = open.pop()) {
    for (const { name, key, type } of reading.members) {
      if (!type || !harmless.has(type.type)) fields.push({ name, key });
      read(type);
    }
    for (const part of reading.parts) read(part);
  }
  return fields;
}
