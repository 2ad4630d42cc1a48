import type { KnownCall } from './known-functions.ts';
import { recordOf } from './literals.ts';
import type { Value } from './value.ts';

/** The type of what a signal is: it is read by calling it. */
export const signalType = 'Signal';

/** What a cell holds at first; a function makes it, where one is given. */
function held({ evaluator, args, node }: KnownCall): readonly Value[] {
  return (args[0] ?? []).flatMap((value) => (value.kind === 'function' ? evaluator.apply(value, [], node) : [value]));
}

/** A cell whose content is a member: `ref(x).value`, `useRef(x).current`. */
const cell =
  (member: string, type?: string) =>
  (call: KnownCall): readonly Value[] => {
    const { node } = call;
    return [recordOf(node, [{ name: member, node, key: node, valueNode: node.arguments[0] ?? node, values: () => held(call) }], true, type)];
  };

/** The content and what sets it: `useState(x)[0]`. */
const pair = (call: KnownCall): readonly Value[] => [{ kind: 'list', items: [held(call), [call.evaluator.unknown(call.node)]], complete: true, node: call.node }];

/** The same where the content is read by a call: `createSignal(x)[0]()`. */
const signalPair = (call: KnownCall): readonly Value[] => [{ kind: 'list', items: [cell('value', signalType)(call), [call.evaluator.unknown(call.node)]], complete: true, node: call.node }];

const first = ({ args }: KnownCall): readonly Value[] | undefined => args[0];

/** What Vue exports, and Nuxt and `unplugin-auto-import` give without an import. */
const ofVue = { ref: cell('value'), shallowRef: cell('value'), computed: cell('value'), reactive: first, shallowReactive: first, readonly: first, markRaw: first, toRaw: first, unref: first };

const ofReact = { useState: pair, useRef: cell('current'), useMemo: held, createRef: cell('current') };

const from = <T>(module: string, functions: Readonly<Record<string, T>>): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(functions).map(([name, fold]) => [`${module}:${name}`, fold]));

/** Functions of frameworks that keep a value in a cell, by the names that `functionName` gives them. */
export const reactiveFunctions: Readonly<Record<string, (call: KnownCall) => readonly Value[] | undefined>> = {
  ...ofVue,
  ...from('vue', ofVue),
  ...from('react', ofReact),
  ...from('preact/hooks', ofReact),
  ...from('solid-js', { createSignal: signalPair, createMemo: cell('value', signalType) }),
  ...from('@angular/core', { signal: cell('value', signalType), computed: cell('value', signalType) }),
  // The runes of Svelte.
  $state: first,
  $derived: first,
  '$state.raw': first,
  '$derived.by': held,
};
