import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import type { Confidence } from '@submit-guard/core';
import type { Surface } from '@submit-guard/rules';
import { quotePath } from '../paths/quote-path.ts';
import type { ObjectTarget } from '../pipeline/objects/object-target.ts';
import { scanRepository } from '../pipeline/objects/scan-repository.ts';
import type { ArchiveCommandOptions } from './archive-options.ts';
import { archiveOptionsOf } from './archive-options.ts';
import type { ExitStatus } from './command-context.ts';
import type { ScreenshotOptions } from './pictures.ts';
import { picturesOf } from './pictures.ts';
import type { PresentationOptions } from './present-report.ts';
import { presentReport } from './present-report.ts';
import type { TerminalContext } from './terminal-context.ts';
import { echoOf, UsageError } from './usage-error.ts';

/** Options of `submit-guard git` as the command line gives them. */
export interface GitCommandOptions extends PresentationOptions, ArchiveCommandOptions, ScreenshotOptions {
  readonly staged?: boolean;
  readonly range?: string;
  readonly since?: string;
  readonly all?: boolean;
  readonly prePush?: boolean;
  readonly preReceive?: boolean;
  /** Name of the remote that is pushed to. */
  readonly remote?: string;
  readonly repository?: string;
  /** False with `--no-cache`. */
  readonly cache: boolean;
  readonly config?: string;
  readonly baseline?: string;
  readonly policyFrom?: string;
  /** Not an option of the command line: see `RepositoryScanOptions`. */
  readonly policyFilesFrom?: string;
  readonly minConfidence?: Confidence;
  readonly as?: Surface;
  readonly maxDecodeDepth?: number;
  readonly jobs?: number;
}

const choices = '--staged, --range A..B, --since REF, --all, --pre-push or --pre-receive';

/** Longest standard input of a hook. Bytes; some hundred thousand refs. */
const longestInput = 67_108_864;

/**
 * What the options say is to be scanned.
 *
 * @throws {UsageError} where they name nothing, or several things.
 */
async function targetOf({ staged, range, since, all, prePush, preReceive, remote }: GitCommandOptions, context: TerminalContext): Promise<ObjectTarget> {
  const chosen = [staged, range, since, all, prePush, preReceive].filter((value) => value !== undefined && value !== false);
  if (chosen.length === 0) throw new UsageError(`Say what to scan: ${choices}.`);
  if (chosen.length > 1) throw new UsageError(`Only one of ${choices} can be scanned at a time.`);
  if (remote !== undefined && prePush !== true) throw new UsageError('--remote goes with --pre-push: it names where the push goes.');
  if (staged === true) return { kind: 'staged' };
  if (all === true) return { kind: 'all' };
  if (since !== undefined) return { kind: 'range', from: since, to: 'HEAD' };
  if (range !== undefined) return rangeOf(range);
  const input = await readInput(context);
  return prePush === true ? { kind: 'pre-push', input, ...(remote !== undefined && { remote }) } : { kind: 'pre-receive', input };
}

/** `A..B`; as in git, a side that is missing is `HEAD`. */
function rangeOf(range: string): ObjectTarget {
  const at = range.indexOf('..');
  if (at === -1 || range.includes('...') || range.includes('..', at + 2) || range.length < 3) {
    throw new UsageError(`--range takes two commits with .. between them, for example main..HEAD, and not ${echoOf(range)}.`);
  }
  return { kind: 'range', from: range.slice(0, at) || 'HEAD', to: range.slice(at + 2) || 'HEAD' };
}

async function readInput({ stdin }: TerminalContext): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stdin) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > longestInput) throw new UsageError('Standard input is too long to be that of a hook.');
  }
  return Buffer.concat(chunks).toString('latin1');
}

/**
 * `submit-guard git`: scans what a repository holds, and reports.
 *
 * @throws {UsageError}, `GitError` and `PolicyError` for what the person should mend.
 */
export async function runGitScan(options: GitCommandOptions, context: TerminalContext): Promise<ExitStatus> {
  const { config, baseline, policyFrom, policyFilesFrom, minConfidence, as: surface, maxDecodeDepth, repository } = options;
  if (repository === '') throw new UsageError('--repository is empty. Perhaps a variable has no value.');
  if (repository !== undefined && statSync(resolve(context.cwd, repository), { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new UsageError(`There is no folder ${quotePath(repository)}, which --repository names.`);
  }
  const target = await targetOf(options, context);
  return presentReport((events) => scanRepository({
    target,
    cwd: context.cwd,
    environment: context.environment,
    cache: options.cache,
    jobs: options.jobs ?? availableParallelism(),
    repository,
    config,
    baseline,
    policyFrom,
    policyFilesFrom,
    minConfidence,
    surface,
    maxDecodeDepth,
    archives: archiveOptionsOf(options),
    ...events,
    pictures: picturesOf(options, context, events.onNotice),
  }), options, context, resolve(context.cwd, repository ?? '.'));
}
