import type { Baseline, BaselineChange, BaselineEntry, BaselineUpdate, PlaceNote, Report } from '@submit-guard/core';
import { dayOf, isDate, isEntryText, isOver, updateBaseline } from '@submit-guard/core';
import { loadConfig } from '../configs/load-config.ts';
import { runGit } from '../git/run-git.ts';
import { pathFromArgument } from '../paths/file-path.ts';
import { baselineContextOf } from '../policies/baseline-context.ts';
import { loadBaseline, saveBaseline } from '../policies/baseline-file.ts';
import type { PolicyFile } from '../policies/policy-file.ts';
import { defaultBaselinePath, placeOf } from '../policies/policy-file.ts';
import { policyRoot } from '../policies/policy-root.ts';
import type { CommandContext, ExitStatus } from './command-context.ts';

export interface BaselineOptions {
  /** `--config`. */
  readonly config?: string;
  /** `--baseline`: another place of the file, relative to the working directory. */
  readonly baseline?: string;
  readonly reason?: string;
  /** Last day on which the new entries count, `YYYY-MM-DD`. */
  readonly expires?: string;
  readonly prune?: boolean;
}

/**
 * Scans targets for all that is to be reported and is not suppressed by a comment, with no baseline applied.
 *
 * @param targets - files, folders and globs relative to the working directory.
 */
export type Scan = (targets: readonly string[]) => Promise<Pick<Report, 'findings' | 'coverage'>>;

/** Reasons that say nothing: a person who reads the baseline in a year should understand. */
const shortestReason = 5;

function faultOf({ reason, expires, prune }: Pick<BaselineOptions, 'reason' | 'expires' | 'prune'>, today: string): string | undefined {
  if (reason === undefined && prune !== true) return 'Say why these findings are accepted: submit-guard baseline --reason "..." (or --prune alone, to drop entries that are gone).';
  if (reason !== undefined && (reason.trim().length < shortestReason || !isEntryText(reason))) return 'The reason is too short to be one, is too long, or holds control characters. Say in a few words why these findings are accepted.';
  if (expires === undefined) return undefined;
  if (reason === undefined) return '--expires goes with --reason: it is the last day of the entries that are added.';
  if (!isDate(expires)) return '--expires takes a date of the form YYYY-MM-DD.';
  return isOver(expires, today) ? '--expires takes a date that is still to come.' : undefined;
}

/**
 * `submit-guard baseline --reason TEXT [--expires DATE] [--prune] [PATH...]`: accepts the findings of a scan.
 *
 * @param targets - what to scan; the root of the policy where there are none, so that every entry is looked at.
 * @throws {PolicyError} where the baseline cannot be read or written.
 */
export async function writeBaseline(targets: readonly string[], options: BaselineOptions, scan: Scan, context: CommandContext): Promise<ExitStatus> {
  const { cwd } = context;
  const { config, folder } = await loadConfig(cwd, options.config);
  const root = policyRoot(cwd, folder);
  const place = placeOf(defaultBaselinePath, { cwd, explicit: options.baseline, configured: config.baseline, configFolder: folder, root });
  const paths = (targets.length === 0 ? [root] : targets).map((target) => pathFromArgument(target, cwd) || '.');
  const look = async (): Promise<Looked> => {
    const { findings, coverage: { unread } } = await scan(paths);
    const scope = baselineContextOf({ cwd, root, targets: paths, unread }, place.name);
    return { found: findings.length, unread, update: (baseline, change) => updateBaseline(findings, baseline, change, scope) };
  };
  return acceptFindings(look, { ...options, place, root }, context);
}

/** What there is to accept. */
export interface Looked {
  /** Number of findings. */
  readonly found: number;
  /** Places that were not looked into. */
  readonly unread: readonly PlaceNote[];
  /** Accepts them. */
  readonly update: (baseline: Baseline, change: BaselineChange) => BaselineUpdate;
}

export interface Acceptance extends Pick<BaselineOptions, 'reason' | 'expires' | 'prune'> {
  /** The file that is written. */
  readonly place: PolicyFile;
  /** What symbolic links to it must not lead out of. */
  readonly root: string;
}

/**
 * Puts findings into a baseline.
 *
 * @param look - finds them; not called where the options are faulty.
 * @throws {PolicyError} where the baseline cannot be read or written.
 */
export async function acceptFindings(look: () => Promise<Looked>, { place, root, ...options }: Acceptance, { cwd, tell, print }: CommandContext): Promise<ExitStatus> {
  const fault = faultOf(options, dayOf(new Date()));
  if (fault !== undefined) {
    tell(`${fault}\n`);
    return 2;
  }
  // A file that the user names and that is not there yet is one to write.
  const before = await loadBaseline({ ...place, explicit: false });
  const { found, unread, update: updateWith } = await look();
  const by = await gitUser(cwd);
  const update = updateWith(before, {
    prune: options.prune === true && unread.length === 0,
    ...(options.reason !== undefined && { reason: options.reason.trim() }),
    ...(options.expires !== undefined && { expires: options.expires }),
    ...(by !== undefined && { by }),
  });
  if (isChanged(before.entries, update.entries)) saveBaseline(place, update.entries, root);
  print(summaryOf(update, found, place.name));
  if (unread.length === 0) return 0;
  const [first] = unread;
  tell(`${count(unread.length, 'place')} could not be read, first ${first?.path}: ${first?.reason}. `
    + `What stands there is not in the baseline${options.prune === true ? ', and nothing was pruned' : ''}.\n`);
  return 2;
}

function isChanged(before: readonly BaselineEntry[], after: readonly BaselineEntry[]): boolean {
  return JSON.stringify(before) !== JSON.stringify(after);
}

function count(number: number, thing: string): string {
  return `${number} ${number === 1 ? thing : `${thing.replace(/y$/, 'ie')}s`}`;
}

function summaryOf({ entries, added, dropped }: BaselineUpdate, found: number, name: string): string {
  return `${count(found, 'finding')}; ${count(added.length, 'entry')} added, ${dropped.length} dropped; ${name} holds ${count(entries.length, 'entry')}.\n`;
}

/** Who git would name as the author of a commit; nobody where it does not know. */
async function gitUser(cwd: string): Promise<string | undefined> {
  const answer = await runGit(cwd, ['config', '--get', 'user.name']);
  const name = answer.output.toString('utf8').trim();
  return answer.status === 0 && isEntryText(name) ? name : undefined;
}
