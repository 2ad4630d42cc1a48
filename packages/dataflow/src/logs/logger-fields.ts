import type { Evaluator } from '../folding/evaluator.ts';
import { effectiveEntries, entriesOf } from '../folding/members.ts';
import type { Entry } from '../folding/value.ts';
import { routeOf } from '../origins/origin.ts';
import type { CallLike } from '../syntax/node.ts';
import { calleeName, isPlainCall } from '../syntax/callee-name.ts';

/** The options in which loggers get what they write with every message; `undefined` where that is the options themselves. */
const metadata: Readonly<Record<string, string | undefined>> = { winston: 'defaultMeta', pino: 'base', bunyan: undefined };

/** The fields that a logger which a call makes writes with every message: `winston.createLogger({ defaultMeta: { ... } })`. */
export function loggerFields(evaluator: Evaluator, call: CallLike): readonly Entry[] {
  const [first] = call.arguments;
  if (!first || first.type === 'SpreadElement' || !(isPlainCall(call) || /^(?:createLogger|pino|default)$/.test(calleeName(call) ?? ''))) return [];
  return evaluator.evaluate(call.callee).flatMap((callee) => {
    const root = callee.kind === 'opaque' ? routeOf(callee.origin).root : undefined;
    if (root?.kind !== 'import' || !Object.hasOwn(metadata, root.module)) return [];
    const name = metadata[root.module];
    return evaluator.evaluate(first).flatMap((options) => {
      // A logger that is told to redact is trusted to.
      if (options.kind !== 'record' || entriesOf(options, 'redact').length > 0) return [];
      if (name === undefined) return effectiveEntries(options);
      return entriesOf(options, name).flatMap((entry) => entry.values().flatMap((value) => (value.kind === 'record' ? effectiveEntries(value) : [entry])));
    });
  });
}
