import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { worksFolder } from '../cache.ts';
import { randomValues } from '../works/random-values.ts';
import { configure, countFindings, executionOf } from './contestant.ts';
import type { Contestant } from './contestant.ts';
import { runOnce } from './run-once.ts';

/** A folder with one file that leaks one key, in a language that every contestant reads. */
export function makeProbe(): string {
  const folder = join(worksFolder, 'probe');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'client.js'), `export const ATOMYX_SUBMIT_API_KEY = '${randomValues('probe').hex(40)}';\n`);
  return folder;
}

/** What a contestant made of the probe. */
export interface ProbeAnswer {
  readonly finds: boolean;
  /** Why it is not measured, if it is not. */
  readonly fault: string | undefined;
}

/** Runs a contestant on a file with a key: figures of one that does not do its work are worth nothing. */
export async function probe(contestant: Contestant, target: string): Promise<ProbeAnswer> {
  configure(contestant);
  // The first run of some fills a cache of compiled rules.
  const { status, said } = await runOnce(executionOf(contestant, target, 300));
  if (status === null || !contestant.setting.statuses.includes(status)) {
    return { finds: false, fault: `it ended with status ${status ?? 'none'}: ${said.split('\n').at(-1) ?? ''}` };
  }
  const finds = (countFindings(contestant) ?? 0) > 0;
  return { finds, fault: contestant.setting.mustFind && !finds ? 'it does not find the key that it has a rule for' : undefined };
}
