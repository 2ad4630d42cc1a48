import type { GateFacts, GateSystem } from '../gate-facts.ts';
import { branchOf, commitOf, factsOf, valueOf } from '../gate-facts.ts';

const system = 'GitLab CI';

/** Pipelines by their source (docs.gitlab.com, "Predefined CI/CD variables reference"). */
export const gitlab: GateSystem = {
  isHere: (environment) => environment['GITLAB_CI'] === 'true',
  read(environment): GateFacts {
    const source = valueOf(environment, 'CI_PIPELINE_SOURCE') ?? '';
    const defaultBranch = branchOf(environment['CI_DEFAULT_BRANCH']);
    const head = commitOf(environment['CI_COMMIT_SHA']);
    if (source === 'merge_request_event') {
      const isTrain = environment['CI_MERGE_REQUEST_EVENT_TYPE'] === 'merge_train';
      // In a pipeline for merged results what is checked out is a merge with the target branch as it is now.
      return factsOf({
        system,
        event: isTrain ? 'merge queue' : 'pull request',
        head: commitOf(environment['CI_MERGE_REQUEST_SOURCE_BRANCH_SHA']) ?? head,
        before: commitOf(environment['CI_MERGE_REQUEST_TARGET_BRANCH_SHA']) ?? commitOf(environment['CI_MERGE_REQUEST_DIFF_BASE_SHA']),
        target: branchOf(environment['CI_MERGE_REQUEST_TARGET_BRANCH_NAME']),
        defaultBranch,
      });
    }
    if (valueOf(environment, 'CI_COMMIT_TAG') !== undefined) return factsOf({ system, event: 'tag', head, defaultBranch });
    if (source !== 'push') return factsOf({ system, event: 'whole repository', head, defaultBranch });
    return factsOf({ system, event: 'push', head, before: commitOf(environment['CI_COMMIT_BEFORE_SHA']), branch: branchOf(environment['CI_COMMIT_BRANCH']), defaultBranch });
  },
};
