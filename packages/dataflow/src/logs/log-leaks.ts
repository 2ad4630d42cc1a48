import type { Value } from '../folding/value.ts';
import { visitValues } from '../folding/visit-values.ts';
import type { ProgramAnalysis } from '../keys/analysis.ts';
import { callSitesOf } from '../requests/call-sites.ts';
import type { CallLike, FunctionNode, Node } from '../syntax/node.ts';
import { writesLog } from './log-calls.ts';

/** Calls of functions that hand on to loggers that are looked at. */
const maxLooks = 200;

/** Arguments of loggers, and of errors, in which a Submit key can be read. */
export function logLeaks(analysis: ProgramAnalysis): readonly Node[] {
  const { evaluator, index, taint } = analysis;
  const leaks: Node[] = [];
  let looked = 0;
  const relays = new Map<FunctionNode, Set<number>>();
  const look = (call: CallLike, positions?: ReadonlySet<number>): void => {
    for (const [at, argument] of call.arguments.entries()) {
      if (positions && !positions.has(at)) continue;
      const node = argument.type === 'SpreadElement' ? argument.argument : argument;
      const values = evaluator.evaluate(node);
      const sighting = taint.find(values);
      // A literal key that stands in the argument itself is reported where it stands.
      if (sighting && !(sighting.part.kind === 'piece' && isInside(sighting.part.node, node))) leaks.push(node);
      for (const { fn, position } of parametersIn(values)) relays.set(fn, (relays.get(fn) ?? new Set()).add(position));
    }
  };
  for (const call of index.calls) if (writesLog(evaluator, call)) look(call);
  // Functions of the program that hand a parameter on to a logger are loggers too, and so are those that call them.
  for (const [fn, positions] of relays) {
    if (looked > maxLooks) break;
    for (const site of callSitesOf(evaluator, index, fn)) {
      look(site, positions);
      looked += 1;
    }
  }
  return [...new Set(leaks)];
}

function isInside(inner: Node, outer: Node): boolean {
  return inner.range[0] >= outer.range[0] && inner.range[1] <= outer.range[1];
}

/** Parameters of functions around, whose values are in `values` as they are. */
function parametersIn(values: readonly Value[]): readonly { readonly fn: FunctionNode; readonly position: number }[] {
  const found: { fn: FunctionNode; position: number }[] = [];
  visitValues(values, {
    opaque: ({ origin }) => {
      if (origin.kind === 'parameter') found.push({ fn: origin.function, position: origin.index });
    },
  });
  return found;
}
