import type { Confidence, Report } from '@submit-guard/core';
import type { ScanOptions } from '../pipeline/collect.ts';
import { scanRepository } from '../pipeline/objects/scan-repository.ts';
import { scan } from '../pipeline/scan.ts';
import { Clone } from './clone.ts';
import type { GateRange } from './find-range.ts';
import { findRange } from './find-range.ts';
import type { Environment, GateFacts } from './gate-facts.ts';
import { joinReports } from './join-reports.ts';
import { readFacts } from './read-facts.ts';

export interface GateOptions extends Pick<ScanOptions, 'pictures' | 'onProgress' | 'onNotice' | 'onDetail' | 'onFault'> {
  /** Absolute path inside of the work tree. */
  readonly cwd: string;
  readonly environment: Environment;
  readonly base?: string | undefined;
  readonly head?: string | undefined;
  /** Whether history that is missing may be fetched from `origin`. */
  readonly mayFetch: boolean;
  /** Revision whose policy counts; for a pull request, what it is to be merged into where nobody says another. */
  readonly policyFrom?: string | undefined;
  readonly config?: string | undefined;
  readonly minConfidence?: Confidence | undefined;
  readonly jobs: number;
}

export interface GateResult {
  readonly report: Report;
  readonly facts: GateFacts;
  readonly range: GateRange;
  /** Absolute path of the top of the work tree, which the paths of the report are relative to. */
  readonly top: string;
}

/**
 * Checks what a change brings and what is in its work tree.
 *
 * @throws {GateError}, `GitError` and `PolicyError` for what whoever set it up should mend.
 */
export async function runGate(options: GateOptions): Promise<GateResult> {
  const { base, head, environment, policyFrom, config, minConfidence, jobs, pictures, onProgress, onNotice, onDetail, onFault } = options;
  const facts = readFacts(environment);
  const clone = await Clone.open(options.cwd, options.mayFetch);
  const range = await findRange(facts, clone, { base, head });
  const trusted = policyFrom ?? range.trusted;
  const common = {
    cwd: clone.top,
    environment,
    jobs,
    policyFrom: trusted,
    config,
    minConfidence,
    pictures,
    onProgress,
    onNotice,
    onDetail,
    onFault,
  };
  // The repository is that of the folder, whatever the environment says.
  const inRepository = (target: Parameters<typeof scanRepository>[0]['target']): Promise<Report> => scanRepository({ ...common, target, repository: '.' });
  const reports: Report[] = [];
  if (range.commits === 'all') reports.push(await inRepository({ kind: 'all' }));
  if (range.base !== undefined && range.base !== range.head) reports.push(await inRepository({ kind: 'range', from: range.base, to: range.head }));
  const history = reports[0];
  const workTree = range.isCheckedOut ? await scan({ ...common, targets: ['.'] }) : undefined;
  return { report: joinReports(history, workTree, range.unseen), facts, range, top: clone.top };
}
