import type { Value } from '../folding/value.ts';
import { visitValues } from '../folding/visit-values.ts';
import type { ProgramAnalysis } from '../keys/analysis.ts';
import type { Origin } from '../origins/origin.ts';
import { routeOf } from '../origins/origin.ts';

/** Whether values hold the default headers of a client that sends the key with every request: `client.defaults.headers`. */
export function holdsDefaultHeaders(analysis: ProgramAnalysis, values: readonly Value[]): boolean {
  let found = false;
  visitValues(values, {
    opaque: ({ origin }) => {
      found ||= isDefaultHeaders(analysis, origin);
      return !found;
    },
  });
  return found;
}

function isDefaultHeaders(analysis: ProgramAnalysis, origin: Origin): boolean {
  if (origin.kind !== 'member') return false;
  const { steps } = routeOf(origin);
  const at = steps.findLastIndex((step) => 'call' in step);
  const [made, ...path] = at === -1 ? [] : steps.slice(at);
  const names = path.map((step) => ('name' in step ? step.name : ''));
  if (!made || !('call' in made) || names[0] !== 'defaults' || !/^(?:|headers(?:\.(?:common|get|post|put|patch|delete))?(?:\.authorization)?)$/i.test(names.slice(1).join('.'))) return false;
  return analysis.submitRequests.some(({ request, credentials }) => credentials.length > 0 && (request.node === made.call || (request.instances ?? []).some((instance) => instance === made.call)));
}
