import type { Report } from '@submit-guard/core';
import type { Fault } from '../pipeline/faults.ts';
import { exitStatusOf } from '../pipeline/scan.ts';
import type { OnProgress } from '../pipeline/scan-source.ts';
import { loadReporter } from '../reporters/index.ts';
import { wantsColor } from '../terminals/color.ts';
import { ProgressLine } from '../terminals/progress-line.ts';
import type { ExitStatus } from './command-context.ts';
import type { TerminalContext } from './terminal-context.ts';
import { echoOf } from './usage-error.ts';
import { checkOutput, standardOutput, writeReport } from './write-report.ts';

/** Options of every command that scans. */
export interface PresentationOptions {
  readonly format: string;
  readonly output?: string;
  readonly progress?: boolean;
  readonly quiet?: boolean;
  /** False with `--no-color`. */
  readonly color: boolean;
  readonly debug?: boolean;
}

/** Told by a scan what it does and meets. */
export interface ScanEvents {
  readonly onProgress: OnProgress;
  readonly onNotice: (sentence: string) => void;
  readonly onFault: (fault: Fault) => void;
  readonly onDetail?: (sentence: string) => void;
}

/**
 * Runs a scan and prints or writes its report, with what there is to say besides.
 *
 * @param folder - absolute path of the folder that the paths in the report are relative to.
 * @throws {UsageError} where the report cannot be written; what the scan throws.
 */
export async function presentReport(scan: (events: ScanEvents) => Promise<Report>, options: PresentationOptions, context: TerminalContext, folder = context.cwd): Promise<ExitStatus> {
  const { tell, environment } = context;
  const reporter = await loadReporter(echoOf(options.format));
  const output = options.output === standardOutput ? undefined : options.output;
  if (output !== undefined) checkOutput(output, context.cwd);

  const startedAt = new Date();
  const progress = progressOf(options, context);
  const notices: string[] = [];
  const faults: Fault[] = [];
  const report = await scan({
    onProgress: (state) => progress?.show(state),
    onNotice: (sentence) => notices.push(sentence),
    onFault: (fault) => faults.push(fault),
    ...(options.debug === true && { onDetail: (sentence: string) => tell(`submit-guard: ${sentence}\n`) }),
  }).finally(() => progress?.erase());
  const status = exitStatusOf(report);

  if (options.quiet !== true || status === 2) for (const notice of notices) tell(`submit-guard: ${notice}\n`);
  if (options.debug === true) for (const { path, name, trace } of faults) tell(`${name} in ${path}\n${trace.map((line) => `${line}\n`).join('')}`);
  if (options.quiet === true && status === 0 && output === undefined) return status;
  const { isTerminal, columns } = context.output;
  const text = reporter(report, {
    color: output === undefined && wantsColor(options.color, environment, isTerminal),
    version: context.version,
    workingDirectory: folder,
    startedAt,
    finishedAt: new Date(),
    ...(columns !== undefined && output === undefined && { columns }),
  });
  if (output === undefined) context.print(text);
  else writeReport(output, text, context.cwd);
  return status;
}

/** The progress of the scan, unless nobody wants to see it. */
function progressOf(options: PresentationOptions, { tell, errors, onExit }: TerminalContext): ProgressLine | undefined {
  if (!(options.progress ?? (errors.isTerminal && options.quiet !== true))) return undefined;
  const line = new ProgressLine({ write: tell, isTerminal: errors.isTerminal });
  onExit(() => line.erase());
  return line;
}
