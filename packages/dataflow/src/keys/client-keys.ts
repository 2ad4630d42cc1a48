import type { Evidence, Match } from '@submit-guard/core';
import type { Evaluator } from '../folding/evaluator.ts';
import { knownText } from '../folding/text.ts';
import { calleeName } from '../syntax/callee-name.ts';
import type { CallLike } from '../syntax/node.ts';
import { rangeOf } from '../syntax/range.ts';
import { makesSubmitClient } from '../tables/submit-clients.ts';
import { credentialOf } from './credential.ts';
import { keyMatch } from './key-match.ts';

/** Arguments that are looked at: the key, or the address and the key. */
const maxArguments = 2;

/** Literal keys that a client of Submit is given as a text: `new SubmitClient(key)`. In an object, their names tell. */
export function clientKeys(evaluator: Evaluator, call: CallLike): readonly Match[] {
  const name = calleeName(call);
  if (name === undefined || !makesSubmitClient(name)) return [];
  const evidence: Evidence = { kind: 'name', ...rangeOf(call.callee), detail: name };
  return call.arguments.slice(0, maxArguments).flatMap((argument) => {
    if (argument.type === 'SpreadElement' || argument.type === 'ObjectExpression') return [];
    return evaluator.evaluate(argument).flatMap((value) => {
      const isAddress = /^[a-z]+:\/\//i.test(knownText(value) ?? '');
      const parts = value.kind === 'text' && !isAddress ? credentialOf(value)?.parts : undefined;
      return (parts && keyMatch(parts, [evidence])) ?? [];
    });
  });
}
