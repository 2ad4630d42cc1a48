import type { Evaluator } from '../folding/evaluator.ts';
import type { Entry, Value } from '../folding/value.ts';
import { factsOf } from '../folding/variable-facts.ts';
import { knownText } from '../folding/text.ts';
import { entriesOf } from '../folding/members.ts';
import type { Variable } from '../scopes/scope-manager.ts';
import type { FunctionNode, Node } from '../syntax/node.ts';
import { returnedExpressions } from '../syntax/returned-expressions.ts';
import { walk } from '../syntax/walk.ts';
import { fieldsOf } from './field-sets.ts';
import type { Field, FieldSet } from './request.ts';

/** Headers that functions among the options add: `beforeSend`, `hooks.beforeRequest`, `onRequest`. */
export function hookHeaders(evaluator: Evaluator, hook: Entry): FieldSet {
  const fields = functionsIn(hook.values()).flatMap((fn) => addedHeaders(evaluator, fn));
  return { fields, complete: false };
}

function functionsIn(values: readonly Value[], depth = 0): readonly FunctionNode[] {
  if (depth > 3) return [];
  return values.flatMap((value) => {
    if (value.kind === 'function') return [value.node];
    if (value.kind === 'list') return value.items.slice(0, 8).flatMap((item) => functionsIn(item, depth + 1));
    if (value.kind === 'record') return value.entries.slice(0, 16).flatMap((entry) => functionsIn(entry.values(), depth + 1));
    return [];
  });
}

/** Headers that a function sets on a request or configuration that it is given, or returns with it. */
export function addedHeaders(evaluator: Evaluator, fn: FunctionNode): readonly Field[] {
  const fields: Field[] = [];
  for (const variable of parametersOf(evaluator, fn)) {
    for (const mutation of factsOf(variable).mutations) {
      const name = typeof mutation.key === 'string' ? mutation.key : mutation.key && knownText(evaluator.single(mutation.key));
      const ofHeaders = mutation.method === 'set' || mutation.path.some((step) => step === 'headers' || step === 'common');
      if (name !== undefined && ofHeaders && name !== 'headers') {
        fields.push({ name: name.toLowerCase(), values: evaluator.evaluate(mutation.value), node: mutation.value, key: mutation.keyNode });
      } else if (name === 'headers') {
        fields.push(...fieldsOf(evaluator.evaluate(mutation.value), mutation.value).fields);
      }
    }
  }
  for (const expression of returnedExpressions(fn, evaluator.keys)) {
    for (const value of evaluator.evaluate(expression)) {
      if (value.kind !== 'record') continue;
      for (const entry of entriesOf(value, 'headers')) fields.push(...fieldsOf(entry.values(), entry.valueNode).fields);
    }
  }
  return fields;
}

/** Every variable that the parameters of a function declare, patterns included. */
function parametersOf(evaluator: Evaluator, fn: FunctionNode): readonly Variable[] {
  const found: Variable[] = [];
  for (const parameter of fn.params) {
    walk(parameter, evaluator.keys, (node: Node) => {
      if (node.type !== 'Identifier') return true;
      const variable = evaluator.bindings.variableOf(node);
      if (variable && !found.includes(variable)) found.push(variable);
      return true;
    });
  }
  return found;
}
