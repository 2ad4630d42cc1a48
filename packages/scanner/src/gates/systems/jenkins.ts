import type { GateFacts, GateSystem } from '../gate-facts.ts';
import { branchOf, commitOf, factsOf, valueOf } from '../gate-facts.ts';

const system = 'Jenkins';

/** Builds of a (multibranch) pipeline with the git and branch API plugins, which set these variables. */
export const jenkins: GateSystem = {
  isHere: (environment) => valueOf(environment, 'JENKINS_URL') !== undefined,
  read(environment): GateFacts {
    const head = commitOf(environment['GIT_COMMIT']);
    if (valueOf(environment, 'CHANGE_ID') !== undefined) return factsOf({ system, event: 'pull request', target: branchOf(environment['CHANGE_TARGET']) });
    if (valueOf(environment, 'TAG_NAME') !== undefined) return factsOf({ system, event: 'tag', head });
    // The previous build may have failed on a key that is still to be found: only one that succeeded counts.
    const before = commitOf(environment['GIT_PREVIOUS_SUCCESSFUL_COMMIT']);
    const branch = branchOf(environment['BRANCH_NAME']) ?? branchOf(environment['GIT_BRANCH']?.replace(/^origin\//, ''));
    return factsOf({ system, event: 'push', head, before, branch });
  },
};
