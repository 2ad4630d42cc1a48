import { classifyName } from '@submit-guard/core';
import { knownText } from '../folding/text.ts';
import type { Evaluator } from '../folding/evaluator.ts';
import type { Opaque } from '../folding/value.ts';
import { namesOf } from '../origins/origin.ts';

/** What is asked of names; one for each program. */
export interface NameContext {
  /** The word Atomyx stands somewhere in the program. */
  readonly atomyx: boolean;
  /** Names that the settings declare, on top of the built-in reading. */
  readonly isSubmitName: (name: string) => boolean;
}

/** Verbs with which functions that return a key begin. */
const gettingVerbs = /^(?:get|read|load|fetch|require|resolve|find|retrieve|use|ensure|decrypt|access|obtain|lookup)(?![a-z])/;

/** Functions that return what their argument names: `config.get('SUBMIT_API_KEY')`, `Cypress.env('...')`. */
const gettersByName = /^(?:get\w*|env|read\w*|load\w*|fetch\w*|resolve\w*|require\w*|access\w*|secret\w*|config|variable\w*|param\w*|value\w*|need\w*|must\w*)$/i;

/** Containers of a name that say nothing of it. */
const mute: ReadonlySet<string> = new Set(['process', 'env', 'import.meta', 'globalThis', 'window', 'Deno', 'Bun', 'Cypress', 'pm', 'environment', 'variables', 'get', 'this', 'props', 'default']);

/** Names of what is true or false about a key: `hasSubmitApiKey`. */
const predicate = /^(?:has|is|no|should|can|needs?|requires?|did|was|are|show|allow|uses|with|without)(?=[A-Z_])/;

/** Whether a name, with the names around it, says that it holds a Submit key. */
export function namesSubmitKey(names: readonly string[], context: NameContext): boolean {
  const leaf = names[names.length - 1];
  if (leaf === undefined) return false;
  if (context.isSubmitName(leaf)) return true;
  if (predicate.test(leaf)) return false;
  const says = classifyName(leaf, names.slice(0, -1).filter((name) => !mute.has(name)));
  return says === 'submit-key' || (says === 'submit-key-with-atomyx' && context.atomyx);
}

/** Functions whose result tells about their argument without showing it. */
const tellingFunctions = /^(?:Boolean|Number|is[A-Z]\w*|has[A-Z]\w*|verify\w*|validate\w*|check\w*|assert\w*|compare\w*|timingSafeEqual|parseInt|parseFloat|createHash|createHmac|hash\w*|encrypt\w*|save\w*|store\w*|set\w*|create\w*|delete\w*|revoke\w*|rotate\w*|use[A-Z]\w*)$/;

/** The name by which an unknown value says that it is a Submit key; `undefined` where it does not say so. */
export function submitKeyName(value: Pick<Opaque, 'origin' | 'alias' | 'cut'>, context: NameContext, evaluator: Evaluator): string | undefined {
  const { origin, alias, cut } = value;
  if (cut) return undefined;
  if (origin.kind === 'call') {
    const names = namesOf(origin.callee);
    const leaf = names[names.length - 1] ?? '';
    const first = origin.node.type === 'CallExpression' ? origin.node.arguments[0] : undefined;
    const argument = first && first.type !== 'SpreadElement' && gettersByName.test(leaf) ? knownText(evaluator.single(first)) : undefined;
    if (argument !== undefined && argument.length < 128 && namesSubmitKey([argument], context)) return argument;
    if (gettingVerbs.test(leaf) && namesSubmitKey(names, context)) return leaf;
    return alias !== undefined && !tellingFunctions.test(leaf) && namesSubmitKey([alias], context) ? alias : undefined;
  }
  if (origin.kind === 'construction' || origin.kind === 'expression' || origin.kind === 'this') return undefined;
  const names = namesOf(origin);
  return namesSubmitKey(names, context) ? names[names.length - 1] : undefined;
}
