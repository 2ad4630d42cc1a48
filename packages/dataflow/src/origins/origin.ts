import type { TSESTree } from '@typescript-eslint/types';
import type { Variable } from '../scopes/scope-manager.ts';
import type { ClassNode, FunctionNode, Node } from '../syntax/node.ts';

/** Where a value that the program does not tell comes from. */
export type Origin =
  | { readonly kind: 'global'; readonly name: string }
  /** `name` is the export, `*` the module itself. */
  | { readonly kind: 'import'; readonly module: string; readonly name: string }
  | { readonly kind: 'parameter'; readonly function: FunctionNode; readonly index: number; readonly name?: string }
  | { readonly kind: 'binding'; readonly variable: Variable }
  | { readonly kind: 'this'; readonly owner: Node | undefined }
  /** A field of a class in this program to which nothing known is assigned. */
  | { readonly kind: 'field'; readonly class: ClassNode; readonly name: string }
  | { readonly kind: 'member'; readonly base: Origin; readonly name: string | undefined }
  | { readonly kind: 'call'; readonly callee: Origin; readonly node: TSESTree.CallExpression | TSESTree.TaggedTemplateExpression }
  | { readonly kind: 'construction'; readonly callee: Origin; readonly node: TSESTree.NewExpression }
  | { readonly kind: 'expression'; readonly node: Node };

/** One step from the root of an origin to its end. */
export type Step = { readonly name: string } | { readonly call: TSESTree.CallExpression | TSESTree.NewExpression | undefined };

/** An origin told from its root: `axios.create({}).post` is the module `axios` and `create`, a call, `post`. */
export interface Route {
  readonly root: Exclude<Origin, { kind: 'member' | 'call' | 'construction' }>;
  readonly steps: readonly Step[];
}

/** Tells an origin from its root. The `default` export and the module itself count as the same. */
export function routeOf(origin: Origin): Route {
  const steps: Step[] = [];
  let current = origin;
  for (;;) {
    if (current.kind === 'member') {
      steps.push({ name: current.name ?? '*' });
      current = current.base;
    } else if (current.kind === 'call' || current.kind === 'construction') {
      steps.push({ call: current.node.type === 'TaggedTemplateExpression' ? undefined : current.node });
      current = current.callee;
    } else {
      break;
    }
  }
  if (current.kind === 'import' && current.name !== '*' && current.name !== 'default') steps.push({ name: current.name });
  steps.reverse();
  const first = steps[0];
  if (current.kind === 'import' && first && 'name' in first && first.name === 'default') steps.shift();
  return { root: current, steps };
}

/** The names along an origin, outermost first, calls left out: `config.get().submit.apiKey` is `config get submit apiKey`. */
export function namesOf(origin: Origin): readonly string[] {
  const { root, steps } = routeOf(origin);
  const names: string[] = [];
  if (root.kind === 'global') names.push(root.name);
  if (root.kind === 'binding') names.push(root.variable.name);
  if (root.kind === 'parameter' && root.name !== undefined) names.push(root.name);
  if (root.kind === 'field') names.push(root.name.replace(/^#/, ''));
  for (const step of steps) if ('name' in step) names.push(step.name.replace(/^#/, ''));
  return names;
}
