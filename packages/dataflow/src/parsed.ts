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
 * @throws SyntaxError where the program declares a name twice that may be declared once: no engine runs it, and no flow in it means
 *   anything. Snippets that were pasted below each other are such programs.
 * @throws RangeError where it is nested too deeply; and whatever the scope analysis throws on a tree that is none.
 */
export function prepareProgram(program: unknown, source: string): ProgramFacts & { readonly program: Program } {
  const root = program as Program;
  walk(root, visitorKeys, (node: Node) => {
    // oxc writes offsets as `start` and `end`; `range` only when asked for.
    const { start, end } = node as unknown as { start?: number; end?: number };
    if ((node as { range?: unknown }).range === undefined && start !== undefined && end !== undefined) (node as { range: [number, number] }).range = [start, end];
  });
  const scopes = analyze(root, { sourceType: root.sourceType === 'script' ? 'script' : 'module', lib: [] });
  if (scopes.scopes.some((scope) => scope.variables.some(isDeclaredTwice))) throw new SyntaxError('A name is declared twice.');
  return { program: root, source, scopes, visitorKeys };
}

/** Whether one of several declarations of a variable is lexical (ECMA-262, 14.2.1 and 16.1.1). TypeScript merges those of other kinds. */
function isDeclaredTwice({ defs }: { readonly defs: readonly { readonly type: string; readonly parent?: unknown }[] }): boolean {
  const variables = defs.filter(({ type }) => type === 'Variable');
  return variables.length > 1 && variables.some(({ parent }) => (parent as { readonly kind?: string } | undefined)?.kind !== 'var');
}
