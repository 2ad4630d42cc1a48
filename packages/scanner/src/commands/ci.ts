import { appendFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import type { Confidence, PolicyNote, Report } from '@submit-guard/core';
import type { GateResult } from '../gates/run-gate.ts';
import { runGate } from '../gates/run-gate.ts';
import { exitStatusOf } from '../pipeline/scan.ts';
import { loadReporter } from '../reporters/index.ts';
import { asCode, withoutMarkup } from '../reporters/markdown/markup.ts';
import type { ReporterOptions } from '../reporters/reporter.ts';
import { withoutCommands } from '../reporters/workflow-safety.ts';
import { failureReason } from '../sources/failure-reason.ts';
import { wantsColor } from '../terminals/color.ts';
import type { ExitStatus } from './command-context.ts';
import { picturesOf } from './pictures.ts';
import type { TerminalContext } from './terminal-context.ts';
import { echoOf, UsageError } from './usage-error.ts';
import { checkOutput, writeReport } from './write-report.ts';

export interface CiOptions {
  readonly base?: string;
  readonly head?: string;
  readonly policyFrom?: string;
  /** False with `--no-fetch`. */
  readonly fetch: boolean;
  readonly config?: string;
  readonly minConfidence?: Confidence;
  readonly format?: string;
  /** Files to write reports to. */
  readonly sarif?: string;
  readonly markdown?: string;
  readonly gitlab?: string;
  readonly junit?: string;
  readonly json?: string;
  readonly jobs?: number;
  /** False with `--no-color`. */
  readonly color: boolean;
  readonly debug?: boolean;
}

/** Formats that can be written to a file besides what is printed. */
const fileFormats = ['sarif', 'markdown', 'gitlab', 'junit', 'json'] as const;

/** Suppressions that a summary names one by one. */
const mostApprovals = 100;

/**
 * `submit-guard ci`: the gate in front of a branch.
 *
 * @throws {UsageError}, `GateError`, `GitError` and `PolicyError` for what whoever set it up should mend.
 */
export async function runCi(options: CiOptions, context: TerminalContext): Promise<ExitStatus> {
  const { cwd, environment, tell, print, version } = context;
  for (const format of fileFormats) if (options[format] !== undefined) checkOutput(options[format], cwd);
  for (const name of ['base', 'head', 'policyFrom'] as const) {
    if (options[name] === '') throw new UsageError(`--${name === 'policyFrom' ? 'policy-from' : name} is empty. Perhaps a variable has no value.`);
  }
  const startedAt = new Date();
  const result = await runGate({
    cwd,
    environment,
    mayFetch: options.fetch,
    base: options.base,
    head: options.head,
    policyFrom: options.policyFrom,
    config: options.config,
    minConfidence: options.minConfidence,
    jobs: options.jobs ?? availableParallelism(),
    pictures: picturesOf({}, context, () => undefined),
    onNotice: (sentence) => tell(`submit-guard: ${sentence}\n`),
    ...(options.debug === true && { onDetail: (sentence: string) => tell(`submit-guard: ${sentence}\n`) }),
  });
  const { report, facts, range, top } = result;
  tell(`submit-guard: ${facts.system}, ${facts.event}. ${range.words.join(' ')}\n`);

  const reporterOptions = { version, workingDirectory: top, startedAt, finishedAt: new Date(), color: false };
  const format = options.format ?? (facts.system === 'GitHub Actions' ? 'github' : 'pretty');
  const { isTerminal, columns } = context.output;
  const printed = { ...reporterOptions, color: wantsColor(options.color, environment, isTerminal), ...(columns !== undefined && { columns }) };
  print((await loadReporter(echoOf(format)))(report, printed));
  for (const name of fileFormats) {
    const file = options[name];
    if (file !== undefined) writeReport(file, name === 'markdown' ? await summaryOf(result, reporterOptions) : (await loadReporter(name))(report, reporterOptions), cwd);
  }
  const summaryFile = environment['GITHUB_STEP_SUMMARY'];
  if (summaryFile !== undefined && summaryFile !== '') appendSummary(summaryFile, await summaryOf(result, reporterOptions), tell);
  return exitStatusOf(report);
}

/** The summary is there to be read; that it cannot be written decides nothing. */
function appendSummary(file: string, text: string, tell: TerminalContext['tell']): void {
  try {
    appendFileSync(file, text);
  } catch (error) {
    tell(`submit-guard: the summary could not be written: ${failureReason(error)}.\n`);
  }
}

/** What a person reads at the pull request: the report, what was looked at, and what somebody has to approve. */
async function summaryOf({ report, facts, range }: GateResult, options: ReporterOptions): Promise<string> {
  const pending = report.notes.filter(({ kind }) => kind === 'untrusted-suppression');
  const rest: Report = { ...report, notes: report.notes.filter((note) => !pending.includes(note)) };
  const text = (await loadReporter('markdown'))(rest, options);
  return `${text}\n${[`_${withoutMarkup(`${facts.system}, ${facts.event}. ${range.words.join(' ')}`)}_`, ...approvals(pending)].map(withoutCommands).join('\n')}\n`;
}

function approvals(pending: readonly PolicyNote[]): readonly string[] {
  if (pending.length === 0) return [];
  const shown = pending.slice(0, mostApprovals).map(({ path, line, message }) => `- ${asCode(line === undefined ? path : `${path}:${line}`)}: ${withoutMarkup(message)}`);
  const more = pending.length > shown.length ? [`- and ${pending.length - shown.length} more`] : [];
  return ['', '### Needs approval', '', 'This change brings suppressions or policy of its own. They count for nothing here.', '', ...shown, ...more];
}
