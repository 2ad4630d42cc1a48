import type { TSESTree } from '@typescript-eslint/types';
import { nameOfKey } from '../syntax/property-name.ts';
import type { Evaluator } from './evaluator.ts';
import type { Frame } from './frame.ts';
import { recordOf } from './literals.ts';
import type { Entry, Value } from './value.ts';

/** A TypeScript enum as a record of its members; members without an initialiser are unknown. */
export function evaluateEnum(evaluator: Evaluator, node: TSESTree.TSEnumDeclaration, frame: Frame | undefined): Value {
  const members = (node as { body?: TSESTree.TSEnumBody }).body?.members ?? (node as unknown as TSESTree.TSEnumBody).members;
  const entries = members.map((member): Entry => {
    const { initializer } = member;
    return {
      name: nameOfKey(member.id),
      node: member,
      key: member.id,
      valueNode: initializer ?? member,
      values: () => (initializer ? evaluator.evaluate(initializer, frame) : [evaluator.unknown(member)]),
    };
  });
  return recordOf(node, entries);
}
