import type { Opaque } from '../folding/value.ts';
import { visitValues } from '../folding/visit-values.ts';
import type { ProgramAnalysis } from '../keys/analysis.ts';
import { submitKeyName } from '../keys/key-names.ts';
import type { Node } from '../syntax/node.ts';

/** The expressions below a node whose values say by their names that they are Submit keys. */
export function keysIn(analysis: ProgramAnalysis, node: Node): readonly Node[] {
  const found: Opaque[] = [];
  visitValues(analysis.evaluator.evaluate(node), {
    opaque: (opaque) => {
      if (submitKeyName(opaque, analysis.names, analysis.evaluator) !== undefined) found.push(opaque);
    },
  });
  return found.map((opaque) => opaque.node);
}
