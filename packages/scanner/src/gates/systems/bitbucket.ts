import type { GateFacts, GateSystem } from '../gate-facts.ts';
import { branchOf, factsOf, valueOf } from '../gate-facts.ts';

const system = 'Bitbucket Pipelines';

/**
 * Pipelines (support.atlassian.com, "Variables and secrets"). The destination commit is given in twelve digits, and for a push
 * nobody says what was there before: branches decide.
 */
export const bitbucket: GateSystem = {
  isHere: (environment) => valueOf(environment, 'BITBUCKET_BUILD_NUMBER') !== undefined,
  read(environment): GateFacts {
    const branch = branchOf(environment['BITBUCKET_BRANCH']);
    if (valueOf(environment, 'BITBUCKET_PR_ID') !== undefined) {
      return factsOf({ system, event: 'pull request', target: branchOf(environment['BITBUCKET_PR_DESTINATION_BRANCH']), branch });
    }
    if (valueOf(environment, 'BITBUCKET_TAG') !== undefined) return factsOf({ system, event: 'tag' });
    return factsOf({ system, event: 'push', branch });
  },
};
