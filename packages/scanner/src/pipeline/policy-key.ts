import { cryptography, fingerprintOf } from '@submit-guard/core';
import type { RunPolicy } from './run-policy.ts';

/**
 * Stands for everything that decides whether something may be found in a blob. Paths, surfaces and severities do not.
 *
 * @param code - what stands for the code that finds it: the name of a built file has a hash of its code in it, and of all that it loads.
 */
export function policyKey({ config, knownData }: RunPolicy, code: string): string {
  const { variables, keysFile } = knownData();
  const { hosts, gateways, stagingHosts, names, formats, maxDecodeDepth, archives, maxArchiveDepth, maxArchiveBytes, maxArchiveRatio, maxArchiveMembers } = config;
  return cryptography().createHash('sha256').update(JSON.stringify([
    code,
    hosts, gateways, stagingHosts, names, formats, maxDecodeDepth,
    archives, maxArchiveDepth, maxArchiveBytes, maxArchiveRatio, maxArchiveMembers,
    variables.map(({ name, value }) => [name, fingerprintOf(value)]).sort(),
    keysFile,
  ])).digest('hex');
}
