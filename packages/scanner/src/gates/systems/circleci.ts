import type { GateFacts, GateSystem } from '../gate-facts.ts';
import { branchOf, commitOf, factsOf, valueOf } from '../gate-facts.ts';

const system = 'CircleCI';

/**
 * Jobs (circleci.com/docs, "Built-in environment variables"). Neither the target of a pull request nor what was there before a
 * push is among them; the snippet of the documentation passes the pipeline's base revision as `--base`.
 */
export const circleci: GateSystem = {
  isHere: (environment) => environment['CIRCLECI'] === 'true',
  read(environment): GateFacts {
    const head = commitOf(environment['CIRCLE_SHA1']);
    if (valueOf(environment, 'CIRCLE_TAG') !== undefined) return factsOf({ system, event: 'tag', head });
    const event = valueOf(environment, 'CIRCLE_PULL_REQUEST') === undefined ? 'push' : 'pull request';
    return factsOf({ system, event, head, branch: branchOf(environment['CIRCLE_BRANCH']) });
  },
};
