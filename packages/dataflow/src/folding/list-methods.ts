import type { Node } from '../syntax/node.ts';
import { limits } from './limits.ts';
import { combinations, concatenate, knownText, textOf } from './text.ts';
import type { List, Value } from './value.ts';

type Apply = (callee: Value, args: readonly (readonly Value[])[]) => readonly Value[] | undefined;

/** Array methods on folded lists; `undefined` where the result cannot be told. */
export function callListMethod(
  name: string,
  list: List,
  args: readonly (readonly Value[])[],
  node: Node,
  apply: Apply,
): readonly Value[] | undefined {
  switch (name) {
    case 'join':
      return join(list, args[0]);
    case 'reverse':
    case 'toReversed':
      return list.complete ? [{ ...list, items: [...list.items].reverse() }] : undefined;
    case 'concat': {
      const items = args.flatMap((values) => (values[0]?.kind === 'list' ? values[0].items : [values]));
      if (list.items.length + items.length > limits.items) return undefined;
      return [{ ...list, items: [...list.items, ...items] }];
    }
    case 'slice': {
      const [from, to] = [numberOf(args[0]) ?? 0, args[1] === undefined ? undefined : numberOf(args[1])];
      return list.complete ? [{ ...list, items: list.items.slice(from, to) }] : undefined;
    }
    case 'at': {
      const at = numberOf(args[0]);
      return at === undefined ? undefined : (list.items.at(at) ?? undefined);
    }
    case 'filter':
      return args[0]?.[0]?.kind === 'opaque' ? [list] : [{ ...list, complete: false }];
    case 'map': {
      const callee = args[0]?.[0];
      if (!callee) return undefined;
      const items = list.items.map((item, index) => apply(callee, [item, [{ kind: 'constant', value: index, node }]]));
      return items.every((item) => item !== undefined) ? [{ ...list, items, node }] : undefined;
    }
    default:
      return undefined;
  }
}

function numberOf(values: readonly Value[] | undefined): number | undefined {
  const value = values?.[0];
  return value?.kind === 'constant' && typeof value.value === 'number' ? value.value : undefined;
}

function join(list: List, separators: readonly Value[] | undefined): readonly Value[] | undefined {
  const separator = separators?.[0];
  if (separators && knownText(separator) === undefined) return undefined;
  const glue: Value = separator?.kind === 'text' ? separator : textOf({ kind: 'piece', text: ',', place: { start: list.node.range[0], end: list.node.range[0] }, node: list.node, via: [] });
  const rows = combinations(list.items);
  const joined = rows.map((row) => concatenate(row.flatMap((value, index) => (index === 0 ? [value] : [glue, value]))));
  return joined.every((text) => text !== undefined) ? joined : undefined;
}
