import { availableParallelism } from 'node:os';
import type { Confidence } from '@submit-guard/core';
import type { Surface } from '@submit-guard/rules';
import type { ScanOptions } from '../pipeline/collect.ts';
import { scan } from '../pipeline/scan.ts';
import type { PageOptions } from '../pipeline/web/scan-page.ts';
import type { ExitStatus } from './command-context.ts';
import type { PresentationOptions } from './present-report.ts';
import type { ScreenshotOptions } from './pictures.ts';
import { picturesOf } from './pictures.ts';
import { presentReport } from './present-report.ts';
import type { TerminalContext } from './terminal-context.ts';
import { UsageError } from './usage-error.ts';
import type { ArchiveCommandOptions } from './archive-options.ts';
import { archiveOptionsOf } from './archive-options.ts';

/** Options of `submit-guard scan` as the command line gives them. */
export interface ScanCommandOptions extends PresentationOptions, ArchiveCommandOptions, ScreenshotOptions {
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
  readonly url?: string;
  readonly urlOrigin?: readonly string[];
  readonly urlResources?: number;
  /** Seconds. */
  readonly urlTimeout?: number;
  readonly browser?: boolean;
  readonly follow?: boolean;
}

/** The page that `--url` names. */
function pageOptions({ url, urlOrigin, urlResources, urlTimeout, browser }: ScanCommandOptions, { onExit }: TerminalContext): PageOptions | undefined {
  if (url !== undefined) return { address: url, origins: urlOrigin, maxResources: urlResources, timeout: urlTimeout, browser, onExit };
  const [name] = Object.entries({ '--browser': browser, '--url-origin': urlOrigin, '--url-resources': urlResources, '--url-timeout': urlTimeout }).find(([, value]) => value !== undefined) ?? [];
  if (name !== undefined) throw new UsageError(`${name} goes with --url, which names the page.`);
  return undefined;
}

/** Options of the command line that mean the same to the pipeline. */
function pipelineOptions(paths: readonly string[], options: ScanCommandOptions, context: TerminalContext): ScanOptions {
  const { cwd, environment } = context;
  const { config, baseline, policyFrom, minConfidence, as: surface, stdinFilename: stdinPath, maxFileSize, maxDecodeDepth } = options;
  return {
    targets: paths.length === 0 ? undefined : paths,
    page: pageOptions(options, context),
    cwd,
    environment,
    stdin: paths.includes('-') ? context.stdin : undefined,
    noIgnore: !options.ignore,
    jobs: options.jobs ?? availableParallelism(),
    ownsProcess: true,
    config,
    baseline,
    policyFrom,
    minConfidence,
    surface,
    stdinPath,
    maxFileSize,
    maxDecodeDepth,
    archives: archiveOptionsOf(options),
  };
}

/**
 * `submit-guard scan [PATH...]`: scans and reports.
 *
 * @throws {UsageError} and `PolicyError` for what the person should mend.
 */
export async function runScan(paths: readonly string[], options: ScanCommandOptions, context: TerminalContext): Promise<ExitStatus> {
  if (options.follow === true) return (await import('./follow.ts')).runFollow(paths, options, context);
  const readsInput = paths.includes('-');
  if (options.stdinFilename !== undefined && !readsInput) throw new UsageError('--stdin-filename names standard input, which is read only where - stands among the paths.');
  if (paths.includes('')) throw new UsageError('A path is empty. Perhaps a variable has no value; write . for the working directory.');
  return presentReport((events) => {
    if (readsInput && context.stdin.isTTY === true && options.quiet !== true) context.tell('Reading standard input; end it with Ctrl-D.\n');
    return scan({ ...pipelineOptions(paths, options, context), ...events, pictures: picturesOf(options, context, events.onNotice) });
  }, options, context);
}
