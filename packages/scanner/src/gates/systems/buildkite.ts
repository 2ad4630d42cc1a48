import type { GateFacts, GateSystem } from '../gate-facts.ts';
import { branchOf, commitOf, factsOf, valueOf } from '../gate-facts.ts';

const system = 'Buildkite';

/** Builds (buildkite.com/docs, "Environment variables"). For a push nobody says what was there before. */
export const buildkite: GateSystem = {
  isHere: (environment) => environment['BUILDKITE'] === 'true',
  read(environment): GateFacts {
    const defaultBranch = branchOf(environment['BUILDKITE_PIPELINE_DEFAULT_BRANCH']);
    const head = commitOf(environment['BUILDKITE_COMMIT']);
    const queueBase = commitOf(environment['BUILDKITE_MERGE_QUEUE_BASE_COMMIT']);
    if (queueBase !== undefined) {
      return factsOf({ system, event: 'merge queue', head, before: queueBase, target: branchOf(environment['BUILDKITE_MERGE_QUEUE_BASE_BRANCH']), defaultBranch });
    }
    const pullRequest = valueOf(environment, 'BUILDKITE_PULL_REQUEST');
    if (pullRequest !== undefined && pullRequest !== 'false') {
      return factsOf({ system, event: 'pull request', head, target: branchOf(environment['BUILDKITE_PULL_REQUEST_BASE_BRANCH']), defaultBranch });
    }
    if (valueOf(environment, 'BUILDKITE_TAG') !== undefined) return factsOf({ system, event: 'tag', head, defaultBranch });
    if (environment['BUILDKITE_SOURCE'] === 'schedule') return factsOf({ system, event: 'whole repository', head, defaultBranch });
    return factsOf({ system, event: 'push', head, branch: branchOf(environment['BUILDKITE_BRANCH']), defaultBranch });
  },
};
