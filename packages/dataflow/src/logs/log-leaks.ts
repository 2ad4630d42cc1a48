import { leadingText } from '../folding/text.ts';
import type { Value } from '../folding/value.ts';
import type { ProgramAnalysis } from '../keys/analysis.ts';
import { isInside, relayedKeys } from '../keys/relayed-keys.ts';
import { calleeName } from '../syntax/callee-name.ts';
import type { Node } from '../syntax/node.ts';
import { writesLog } from './log-calls.ts';
import { holdsDefaultHeaders } from './logged-defaults.ts';
import { loggerFields } from './logger-fields.ts';

/** Arguments of loggers, and of errors, in which a Submit key can be read. */
export function logLeaks(analysis: ProgramAnalysis): readonly Node[] {
  const { evaluator, index, taint } = analysis;
  const leaks: Node[] = [];
  const logged: (readonly Value[])[] = [];
  for (const call of index.calls) {
    for (const entry of loggerFields(evaluator, call)) if (taint.find(entry.values())?.part.kind === 'opaque') leaks.push(entry.valueNode);
    if (!writesLog(evaluator, call)) continue;
    // What `console.assert` is given first is only asked whether it is true.
    for (const argument of calleeName(call) === 'assert' ? call.arguments.slice(1) : call.arguments) {
      const node = argument.type === 'SpreadElement' ? argument.argument : argument;
      const values = evaluator.evaluate(node).filter((value) => !isMaskCommand(value));
      const sighting = taint.find(values);
      // A literal key that stands in the argument itself is reported where it stands.
      if (sighting ? !(sighting.part.kind === 'piece' && isInside(sighting.part.node, node)) : holdsDefaultHeaders(analysis, values)) leaks.push(node);
      logged.push(values);
    }
  }
  // Functions of the program that hand a parameter on to a logger are loggers too, and so are those that call them.
  return [...new Set([...leaks, ...relayedKeys(analysis, logged)])];
}

/** `::add-mask::` tells GitHub Actions what to keep out of its log. */
function isMaskCommand(value: Value): boolean {
  return value.kind === 'text' && leadingText(value.parts).startsWith('::add-mask::');
}
