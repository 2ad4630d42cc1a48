import { availableParallelism } from 'node:os';
import type { Confidence } from '@submit-guard/core';
import type { Surface } from '@submit-guard/rules';
import type { ScanOptions } from '../pipeline/collect.ts';
import type { Fault } from '../pipeline/faults.ts';
import { exitStatusOf, scan } from '../pipeline/scan.ts';
import { loadReporter } from '../reporters/index.ts';
import { wantsColor } from '../terminals/color.ts';
import { ProgressLine } from '../terminals/progress-line.ts';
import type { ExitStatus } from './command-context.ts';
import type { TerminalContext } from './terminal-context.ts';
import { echoOf, UsageError } from './usage-error.ts';
import { checkOutput, standardOutput, writeReport } from './write-report.ts';

/** Options of `submit-guard scan` as the command line gives them. */
export interface ScanCommandOptions {
  readonly format: string;
  readonly output?: string;
  readonly config?: string;
  readonly baseline?: string;
  readonly policyFrom?: string;
  readonly minConfidence?: Confidence;
  readonly as?: Surface;
  readonly stdinFilename?: string;
  /** False with `--no-ignore`. */
  readonly ignore: boolean;
  readonly maxFileSize?: number;
  readonly maxDecodeDepth?: number;
  readonly jobs?: number;
  readonly progress?: boolean;
  readonly quiet?: boolean;
  /** False with `--no-color`. */
  readonly color: boolean;
  readonly debug?: boolean;
}

/** Options of the command line that mean the same to the pipeline. */
function pipelineOptions(paths: readonly string[], options: ScanCommandOptions, context: TerminalContext): ScanOptions {
  const { cwd, environment } = context;
  const { config, baseline, policyFrom, minConfidence, as: surface, stdinFilename: stdinPath, maxFileSize, maxDecodeDepth } = options;
  return {
    targets: paths.length === 0 ? ['.'] : paths,
    cwd,
    environment,
    ...(paths.includes('-') && { stdin: context.stdin }),
    noIgnore: !options.ignore,
    jobs: options.jobs ?? availableParallelism(),
    ...(config !== undefined && { config }),
    ...(baseline !== undefined && { baseline }),
    ...(policyFrom !== undefined && { policyFrom }),
    ...(minConfidence !== undefined && { minConfidence }),
    ...(surface !== undefined && { surface }),
    ...(stdinPath !== undefined && { stdinPath }),
    ...(maxFileSize !== undefined && { maxFileSize }),
    ...(maxDecodeDepth !== undefined && { maxDecodeDepth }),
  };
}

/**
 * `submit-guard scan [PATH...]`: scans and reports.
 *
 * @throws {UsageError} and `PolicyError` for what the person should mend.
 */
export async function runScan(paths: readonly string[], options: ScanCommandOptions, context: TerminalContext): Promise<ExitStatus> {
  const { tell, environment } = context;
  const readsInput = paths.includes('-');
  if (options.stdinFilename !== undefined && !readsInput) throw new UsageError('--stdin-filename names standard input, which is read only where - stands among the paths.');
  if (paths.includes('')) throw new UsageError('A path is empty. Perhaps a variable has no value; write . for the working directory.');
  const reporter = await loadReporter(echoOf(options.format));
  const output = options.output === standardOutput ? undefined : options.output;
  if (output !== undefined) checkOutput(output, context.cwd);
  if (readsInput && context.stdin.isTTY === true && options.quiet !== true) tell('Reading standard input; end it with Ctrl-D.\n');

  const startedAt = new Date();
  const progress = progressOf(options, context);
  const notices: string[] = [];
  const faults: Fault[] = [];
  const report = await scan({
    ...pipelineOptions(paths, options, context),
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
    workingDirectory: context.cwd,
    startedAt,
    finishedAt: new Date(),
    ...(columns !== undefined && output === undefined && { columns }),
  });
  if (output === undefined) context.print(text);
  else writeReport(output, text, context.cwd);
  return status;
}

/** The progress of the scan, unless nobody wants to see it. */
function progressOf(options: ScanCommandOptions, { tell, errors, onExit }: TerminalContext): ProgressLine | undefined {
  if (!(options.progress ?? (errors.isTerminal && options.quiet !== true))) return undefined;
  const line = new ProgressLine({ write: tell, isTerminal: errors.isTerminal });
  onExit(() => line.erase());
  return line;
}
