import type { CallLike } from './node.ts';
import { unwrap } from './node.ts';
import { nameOfKey } from './property-name.ts';

/**
 * The last name of what is called: `post` of `api.v1.post()`. A cheap question in front of dearer ones.
 *
 * @returns `undefined` for callees without a name, such as calls of calls and computed members.
 */
export function calleeName(call: CallLike): string | undefined {
  const callee = unwrap(call.callee);
  if (callee.type === 'Identifier') return callee.name;
  return callee.type === 'MemberExpression' ? nameOfKey(callee.property) : undefined;
}

/** Whether what is called is a plain name, which an import or a declaration may have given to anything. */
export function isPlainCall(call: CallLike): boolean {
  return unwrap(call.callee).type === 'Identifier';
}
