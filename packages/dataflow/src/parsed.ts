import { analyze } from '@typescript-eslint/scope-manager';
import { visitorKeys } from '@typescript-eslint/visitor-keys';
import type { ProgramFacts } from './folding/evaluator.ts';
import type { Node, Program } from './syntax/node.ts';
import { walk } from './syntax/walk.ts';

/**
 * Prepares a program that no linter has prepared: sets `parent` links and resolves scopes. For trees of `oxc-parser`
 * (`range: true`) and of any other parser that makes ESTree or TS-ESTree.
 *
 * @param program - the root; its nodes are changed (`parent`).
 * @param source - the text that was parsed; offsets are UTF-16 units of it.
 * @throws whatever the scope analysis throws on a tree that is none.
 */
export function prepareProgram(program: unknown, source: string): ProgramFacts & { readonly program: Program } {
  const root = program as Program;
  walk(root, visitorKeys, (node: Node) => {
    // oxc writes offsets as `start` and `end`; `range` only when asked for.
    const { start, end } = node as unknown as { start?: number; end?: number };
    if ((node as { range?: unknown }).range === undefined && start !== undefined && end !== undefined) (node as { range: [number, number] }).range = [start, end];
  });
  const scopes = analyze(root, { sourceType: root.sourceType === 'script' ? 'script' : 'module', lib: [] });
  return { program: root, source, scopes, visitorKeys };
}
