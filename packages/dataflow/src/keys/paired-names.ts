import { knownText } from '../folding/text.ts';
import type { Evaluator } from '../folding/evaluator.ts';
import type { Node } from '../syntax/node.ts';
import { outward, unwrap } from '../syntax/node.ts';
import { nameOfKey } from '../syntax/property-name.ts';
import type { Naming } from './key-name-of-node.ts';
import { calleeLeaf, namesOfTarget } from './target-names.ts';

/** `set('submitApiKey', value)`, `['ATOMYX_API_KEY', value]`: the text in front is the name. */
export function pairedName(evaluator: Evaluator, value: Node, items: readonly (Node | null)[], callee: Node | undefined): Naming | undefined {
  const at = items.findIndex((item) => item === value);
  const bound = callee && at === 0 ? boundName(evaluator, callee) : undefined;
  if (bound) return { ...bound, value };
  const option = callee && at > 0 ? optionName(evaluator, callee, items[0]) : undefined;
  if (option) return { ...option, value };
  const before = at > 0 ? items[at - 1] : undefined;
  if (!before || (callee && !/^(?:set\w*|append|add|put|define|header|register|stub\w*|env|assign|push)$/i.test(calleeLeaf(callee)))) return undefined;
  const name = before.type === 'Literal' || before.type === 'Identifier' || before.type === 'MemberExpression' ? knownText(evaluator.single(before)) : undefined;
  if (name === undefined || !/^[\w.:/-]{3,80}$/.test(name)) return undefined;
  return { names: [...holderOf(evaluator, name, callee ?? outward(value).parent), name], value, nameNode: before };
}

/** `bind('AtomyxApiKey').toConstantValue(value)`, `get('ATOMYX_API_KEY').default(value)`: the call before names what the next one sets. */
function boundName(evaluator: Evaluator, callee: Node): Omit<Naming, 'value'> | undefined {
  if (!/^(?:to(?:Constant|Dynamic)?Value|default|orElse)$/.test(calleeLeaf(callee))) return undefined;
  const before = callee.type === 'MemberExpression' ? unwrap(callee.object) : undefined;
  const [name] = before?.type === 'CallExpression' ? before.arguments : [];
  const text = name && name.type !== 'SpreadElement' ? knownText(evaluator.single(name)) : undefined;
  return name && text !== undefined && /^[\w.:/-]{3,80}$/.test(text) ? { names: [text], nameNode: name } : undefined;
}

/** `option('--atomyx-api-key <key>', description, value)`: the flags of an option on a command line are the name of its default. */
function optionName(evaluator: Evaluator, callee: Node, flags: Node | null | undefined): Omit<Naming, 'value'> | undefined {
  if (!flags || !/^(?:option|requiredOption|Option)$/.test(calleeLeaf(callee))) return undefined;
  const name = /^(?:-\w, *)?--([\w-]{3,80})[ =][<[]/.exec(knownText(evaluator.single(flags)) ?? '')?.[1];
  return name === undefined ? undefined : { names: [name], nameNode: flags };
}

/** What holds an entry that is called after Atomyx alone: `tokens.set('atomyx', key)`, `tokens = new Map([['atomyx', key]])`. */
function holderOf(evaluator: Evaluator, name: string, place: Node | undefined): readonly string[] {
  if (!/^atomyx$/i.test(name) || !place) return [];
  if (place.type === 'MemberExpression') return namesOfTarget(evaluator, place.object) ?? [];
  const list = outward(place).parent;
  return list?.type === 'ArrayExpression' ? variableAround(list) : [];
}

/** The variable that a list, or what is made of one, is kept in. */
function variableAround(list: Node): readonly string[] {
  const { parent } = outward(list);
  if (parent?.type === 'NewExpression' || parent?.type === 'CallExpression') return parent.callee === list ? [] : variableAround(parent);
  return parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier' ? [parent.id.name] : [];
}

/** `queryKey: ['submitApiKey', id]`: the name of what a cache holds. */
export function isQueryKey(list: Node): boolean {
  const { parent } = outward(list);
  return parent?.type === 'Property' && /^(?:query|mutation|cache|tag)Keys?$/i.test(nameOfKey(parent.key) ?? '');
}
