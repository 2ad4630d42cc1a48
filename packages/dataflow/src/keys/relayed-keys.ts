import type { Value } from '../folding/value.ts';
import { visitValues } from '../folding/visit-values.ts';
import { callSitesOf } from '../requests/call-sites.ts';
import type { FunctionNode, Node } from '../syntax/node.ts';
import type { ProgramAnalysis } from './analysis.ts';

/** Calls of functions that hand a parameter on that are looked at. */
const maxLooks = 200;

/**
 * Follows the parameters in `values` to the calls of their functions, and on to the calls of those that hand a parameter of their own on.
 *
 * @returns the arguments in which a Submit key can be read, other than literals, which are reported where they stand.
 */
export function relayedKeys(analysis: ProgramAnalysis, values: Iterable<readonly Value[]>): readonly Node[] {
  const { evaluator, index, taint } = analysis;
  const relays = new Map<FunctionNode, Set<number>>();
  const found: Node[] = [];
  let looked = 0;
  const note = (passed: readonly Value[]): void => {
    visitValues(passed, {
      opaque: ({ origin }) => {
        if (origin.kind === 'parameter') relays.set(origin.function, (relays.get(origin.function) ?? new Set()).add(origin.index));
      },
    });
  };
  for (const passed of values) note(passed);
  // The map grows while it is gone through.
  for (const [fn, positions] of relays) {
    if (looked > maxLooks) break;
    for (const site of callSitesOf(evaluator, index, fn)) {
      looked += 1;
      for (const [at, argument] of site.arguments.entries()) {
        if (!isHandedOn(fn, positions, at)) continue;
        const node = argument.type === 'SpreadElement' ? argument.argument : argument;
        const passed = evaluator.evaluate(node);
        const sighting = taint.find(passed);
        if (sighting && !(sighting.part.kind === 'piece' && isInside(sighting.part.node, node))) found.push(node);
        note(passed);
      }
    }
  }
  return [...new Set(found)];
}

/** Whether an argument gets to a parameter that is handed on; a rest parameter gets all that are left. */
function isHandedOn(fn: FunctionNode, positions: ReadonlySet<number>, at: number): boolean {
  const last = fn.params.length - 1;
  return positions.has(at) || (at > last && positions.has(last) && fn.params[last]?.type === 'RestElement');
}

export function isInside(inner: Node, outer: Node): boolean {
  return inner.range[0] >= outer.range[0] && inner.range[1] <= outer.range[1];
}
