import { readFileSync } from 'node:fs';
import { GateError } from './gate-error.ts';
import type { Environment, GateFacts, GateSystem } from './gate-facts.ts';
import { azure } from './systems/azure.ts';
import { bitbucket } from './systems/bitbucket.ts';
import { buildkite } from './systems/buildkite.ts';
import { circleci } from './systems/circleci.ts';
import { github } from './systems/github.ts';
import { gitlab } from './systems/gitlab.ts';
import { jenkins } from './systems/jenkins.ts';

const systems: readonly GateSystem[] = [github, gitlab, bitbucket, azure, buildkite, circleci, jenkins];

/**
 * Finds out where a run takes place and what it is about. Where no known system says so, it is about what the checked-out branch
 * has and the default branch has not.
 *
 * @throws {GateError} where a system is there and does not say what is needed.
 */
export function readFacts(environment: Environment): GateFacts {
  const system = systems.find(({ isHere }) => isHere(environment));
  return system?.read(environment, readEvent) ?? { system: 'this machine', event: 'push' };
}

function readEvent(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as unknown;
  } catch {
    // The message of the parser would quote the event, which holds what strangers wrote.
    throw new GateError(`The file of the event could not be read, or is no JSON: ${path}.`);
  }
}
