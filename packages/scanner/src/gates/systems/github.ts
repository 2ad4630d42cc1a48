import type { Environment, GateFacts, GateSystem } from '../gate-facts.ts';
import { branchOf, commitOf, factsOf, valueOf } from '../gate-facts.ts';
import { GateError } from '../gate-error.ts';

const system = 'GitHub Actions';

/** A value inside an event; `undefined` where something on the way is missing. */
function at(event: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((value, name) => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined), event);
}

function eventOf(environment: Environment, readEvent: (path: string) => unknown): unknown {
  const path = valueOf(environment, 'GITHUB_EVENT_PATH');
  if (path === undefined) throw new GateError('GITHUB_EVENT_PATH is not set, so nobody says what happened. Run this in a step of a workflow.');
  return readEvent(path);
}

/** Workflow runs by their event (docs.github.com, "Webhook events and payloads"). */
export const github: GateSystem = {
  isHere: (environment) => environment['GITHUB_ACTIONS'] === 'true',
  read(environment, readEvent): GateFacts {
    const name = valueOf(environment, 'GITHUB_EVENT_NAME') ?? '';
    const event = eventOf(environment, readEvent);
    const defaultBranch = branchOf(at(event, 'repository', 'default_branch'));
    if (/^pull_request(?:_target)?$/.test(name) || (name.startsWith('pull_request') && at(event, 'pull_request') !== undefined)) {
      return factsOf({
        system,
        event: 'pull request',
        head: commitOf(at(event, 'pull_request', 'head', 'sha')),
        before: commitOf(at(event, 'pull_request', 'base', 'sha')),
        target: branchOf(at(event, 'pull_request', 'base', 'ref')),
        defaultBranch,
      });
    }
    if (name === 'merge_group') {
      return factsOf({
        system,
        event: 'merge queue',
        head: commitOf(at(event, 'merge_group', 'head_sha')),
        before: commitOf(at(event, 'merge_group', 'base_sha')),
        target: branchOf(at(event, 'merge_group', 'base_ref')),
        defaultBranch,
      });
    }
    if (name === 'push') {
      const ref = at(event, 'ref');
      const isTag = typeof ref === 'string' && ref.startsWith('refs/tags/');
      return factsOf({
        system,
        event: at(event, 'deleted') === true ? 'deletion' : isTag ? 'tag' : 'push',
        head: commitOf(at(event, 'after')),
        before: commitOf(at(event, 'before')),
        branch: isTag ? undefined : branchOf(ref),
        defaultBranch,
      });
    }
    return factsOf({ system, event: 'whole repository', head: commitOf(environment['GITHUB_SHA']), defaultBranch });
  },
};
