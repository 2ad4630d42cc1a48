import type { Origin } from '../origins/origin.ts';
import type { FunctionNode, Node } from '../syntax/node.ts';
import { nameOfKey } from '../syntax/property-name.ts';
import { returnedExpressions } from '../syntax/returned-expressions.ts';
import type { Evaluator } from './evaluator.ts';
import type { Frame } from './frame.ts';
import { frameDepth } from './frame.ts';
import { limits } from './limits.ts';
import type { PatternStep } from './pattern-path.ts';
import { patternPath } from './pattern-path.ts';
import type { Callable, Part, Value } from './value.ts';

/** Calls nested in one another that are followed. */
const maxFrames = 6;

/** What a function of this program returns for these arguments. */
export function applyCallable(
  evaluator: Evaluator,
  callable: Callable,
  args: readonly (readonly Value[])[],
  site: Node,
): readonly Value[] {
  const { node } = callable;
  if (node.generator || frameDepth(callable.frame) >= maxFrames) return [evaluator.unknown(site)];
  const frame: Frame = {
    function: node,
    argument: (index) => args[index],
    argumentCount: args.length,
    outer: callable.frame,
    self: callable.self,
    site,
  };
  const returned = returnedExpressions(node, evaluator.keys);
  if (returned.length > limits.alternatives) return [evaluator.unknown(site)];
  const values = returned.flatMap((expression) => evaluator.evaluate(expression, frame));
  return values.length > 0 ? values : [{ kind: 'constant', value: undefined, node: site }];
}

/** The values of a parameter, or of a name in its pattern, under a frame that binds the function's arguments. */
export function parameterValues(evaluator: Evaluator, fn: FunctionNode, target: unknown, frame: Frame | undefined, bound: Frame | undefined): readonly Value[] {
  for (const [index, parameter] of fn.params.entries()) {
    const path = patternPath(parameter, target);
    if (!path) continue;
    const name = target !== null && typeof target === 'object' && path.every((step) => step.kind === 'default') ? (target as { name?: string }).name : undefined;
    const origin: Origin = { kind: 'parameter', function: fn, index, ...(name === undefined ? {} : { name }) };
    const argument = bound?.argument(index);
    if (bound && path[0]?.kind !== 'rest') {
      const missing: Value = { kind: 'constant', value: undefined, node: bound.site };
      const values = argument ?? (index >= bound.argumentCount ? [missing] : undefined);
      if (values) return markThrough(followPath(evaluator, values, path, frame), memberOrigin(origin, path));
    }
    const items = index === 0 && path[0]?.kind !== 'rest' ? [...iteratedItems(evaluator, fn, frame), ...fetchedKeys(evaluator, fn, frame)] : [];
    if (items.length > 0) return followPath(evaluator, items, path, frame);
    const unbound: Value = { kind: 'opaque', origin, node: target as Node };
    return followPath(evaluator, [unbound], path, frame);
  }
  return [evaluator.unknown(target as Node)];
}

const iterating: ReadonlySet<string> = new Set(['forEach', 'map', 'flatMap', 'filter', 'find', 'some', 'every']);

/** What a hook of SWR calls its fetcher with: `useSWR([url, key], fetcher)`. */
function fetchedKeys(evaluator: Evaluator, fn: FunctionNode, frame: Frame | undefined): readonly Value[] {
  if (!evaluator.usesSwr) return [];
  const { parent } = fn;
  const name = fn.type === 'FunctionDeclaration' ? fn.id : parent.type === 'VariableDeclarator' && parent.id.type === 'Identifier' ? parent.id : undefined;
  const outside = fn.type === 'FunctionDeclaration' ? fn.parent : parent;
  const variable = name && evaluator.bindings.variableOf({ ...name, parent: outside });
  const places = variable ? variable.references.slice(0, maxReferences).map((reference) => reference.identifier as Node) : [fn];
  return places
    .flatMap((place) => {
      const call = place.parent;
      if (call?.type !== 'CallExpression' || call.arguments[1] !== place || call.callee.type !== 'Identifier' || !/^useSWR(?:Immutable|Mutation)?$/.test(call.callee.name)) return [];
      const [key] = call.arguments;
      return key && key.type !== 'SpreadElement' ? evaluator.evaluate(key, frame) : [];
    })
    .slice(0, limits.alternatives);
}

/** Uses of a function that are looked at. */
const maxReferences = 32;

/** The items that a function is called with by the list whose method it is given to: `keys.forEach((key) => ...)`. */
function iteratedItems(evaluator: Evaluator, fn: FunctionNode, frame: Frame | undefined): readonly Value[] {
  const call = fn.parent;
  if (call.type !== 'CallExpression' || call.arguments[0] !== fn || call.callee.type !== 'MemberExpression' || !iterating.has(nameOfKey(call.callee.property) ?? '')) return [];
  return evaluator
    .evaluate(call.callee.object, frame)
    .flatMap((value) => (value.kind === 'list' ? value.items.slice(0, limits.alternatives).flat() : []))
    .slice(0, limits.alternatives);
}

/** The origin of what a pattern takes out of a parameter, as it is told where the parameter is not known. */
function memberOrigin(parameter: Origin, path: readonly PatternStep[]): Origin {
  return path.reduce<Origin>((base, step) => {
    if (step.kind === 'member') return { kind: 'member', base, name: step.name };
    return step.kind === 'index' ? { kind: 'member', base, name: String(step.index) } : base;
  }, parameter);
}

/** Takes values apart along the steps of a destructuring pattern. */
export function followPath(evaluator: Evaluator, start: readonly Value[], path: readonly PatternStep[], frame: Frame | undefined): readonly Value[] {
  let values = start;
  for (const step of path) {
    switch (step.kind) {
      case 'member':
        values = values.flatMap((value) => evaluator.memberOf(value, step.name));
        break;
      case 'index':
        values = values.flatMap((value) => evaluator.memberOf(value, String(step.index)));
        break;
      case 'rest':
        values = values.map((value) => rest(value, step));
        break;
      case 'default': {
        const given = values.filter((value) => value.kind !== 'constant' || value.value !== undefined);
        const settled = given.length > 0 && given.every((value) => value.kind !== 'opaque');
        values = settled ? given : [...given, ...evaluator.evaluate(step.node, frame)];
        break;
      }
    }
  }
  return values;
}

function rest(value: Value, { without, from }: PatternStep & { readonly kind: 'rest' }): Value {
  if (value.kind === 'list') return from === 0 ? value : { ...value, items: value.items.slice(from) };
  if (value.kind !== 'record' || without.length === 0) return value;
  return { ...value, entries: value.entries.filter((entry) => entry.name === undefined || !without.includes(entry.name)) };
}

/** Remembers that values came through a parameter, so that the parameter itself is known to hold them. */
function markThrough(values: readonly Value[], origin: Origin): readonly Value[] {
  return values.map((value) => {
    if (value.kind === 'opaque') return { ...value, through: [...(value.through ?? []), origin] };
    if (value.kind !== 'text') return value;
    return { ...value, parts: value.parts.map((part): Part => ({ ...part, through: [...(part.through ?? []), origin] })) };
  });
}
