import type { GateFacts, GateSystem } from '../gate-facts.ts';
import { branchOf, commitOf, factsOf, valueOf } from '../gate-facts.ts';

const system = 'Azure Pipelines';

/** Builds by their reason (learn.microsoft.com, "Predefined variables"). For a push nobody says what was there before. */
export const azure: GateSystem = {
  isHere: (environment) => /^true$/i.test(environment['TF_BUILD'] ?? ''),
  read(environment): GateFacts {
    const source = valueOf(environment, 'BUILD_SOURCEBRANCH') ?? '';
    const head = commitOf(environment['BUILD_SOURCEVERSION']);
    if (environment['BUILD_REASON'] === 'PullRequest') {
      return factsOf({ system, event: 'pull request', head: commitOf(environment['SYSTEM_PULLREQUEST_SOURCECOMMITID']), target: branchOf(environment['SYSTEM_PULLREQUEST_TARGETBRANCH']) });
    }
    if (source.startsWith('refs/tags/')) return factsOf({ system, event: 'tag', head });
    if (/^(?:IndividualCI|BatchedCI)$/.test(environment['BUILD_REASON'] ?? '')) return factsOf({ system, event: 'push', head, branch: branchOf(source) });
    return factsOf({ system, event: 'whole repository', head });
  },
};
