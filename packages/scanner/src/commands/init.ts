import { writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { PolicyError } from '@submit-guard/core';
import { findConfig } from '../configs/find-config.ts';
import { configTemplate } from '../configs/config-template.ts';
import { quotePath } from '../paths/quote-path.ts';
import { failureReason } from '../sources/failure-reason.ts';
import type { CommandContext, ExitStatus } from './command-context.ts';

const name = 'submit-guard.config.yaml';

/**
 * `submit-guard init`: writes a configuration in which every option stands as a comment with its default.
 *
 * @throws {PolicyError} where there is one already, or it cannot be written.
 */
export function initialise({ cwd, print }: CommandContext): ExitStatus {
  const found = findConfig(cwd);
  if (found !== undefined) throw new PolicyError(`There is a configuration already: ${quotePath(relative(cwd, found))}. It was left as it is.`);
  try {
    // Never over a file that has come in between.
    writeFileSync(join(cwd, name), configTemplate(), { flag: 'wx' });
  } catch (error) {
    throw new PolicyError(`${name} could not be written: ${failureReason(error)}.`);
  }
  print(`Wrote ${name}. Every option in it is a comment with its default; docs/configuration.md explains them.

Next:
  submit-guard scan                          look at what is there
  submit-guard baseline --reason "..."       accept what must stay for now
  submit-guard keys add                      make your keys known by fingerprint
`);
  return 0;
}
