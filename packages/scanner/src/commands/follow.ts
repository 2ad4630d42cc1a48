import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { follow } from '../follows/follow.ts';
import { quotePath } from '../paths/quote-path.ts';
import { liveReporterNames, loadLiveReporter } from '../reporters/live/index.ts';
import { codeOf } from '../sources/failure-reason.ts';
import { specialKindOf } from '../sources/file-types.ts';
import { wantsColor } from '../terminals/color.ts';
import type { ExitStatus } from './command-context.ts';
import type { ScanCommandOptions } from './scan.ts';
import type { TerminalContext } from './terminal-context.ts';
import { echoOf, UsageError } from './usage-error.ts';

const standardInput = '-';

/** Options of a scan that mean nothing while logs are followed. */
const others = {
  output: '--output', url: '--url', urlOrigin: '--url-origin', urlResources: '--url-resources', urlTimeout: '--url-timeout', browser: '--browser', annotate: '--annotate',
  maxFileSize: '--max-file-size', jobs: '--jobs',
} as const;

/**
 * `submit-guard scan --follow FILE...`: tells of keys in logs while they are written.
 *
 * @returns 2 where something was not read, 1 where something was found, else 0; also after a signal, and where nobody reads any more.
 * @throws {UsageError} and `PolicyError` for what the person should mend.
 */
export async function runFollow(paths: readonly string[], options: ScanCommandOptions, context: TerminalContext): Promise<ExitStatus> {
  const { cwd, environment, tell } = context;
  const createReporter = await loadLiveReporter(options.format);
  if (createReporter === undefined) throw new UsageError(`--follow tells of findings one by one, which the format "${echoOf(options.format)}" cannot. Choose one of ${liveReporterNames.join(', ')}.`);
  checkFollowed(paths, options, cwd);
  const { isTerminal, columns } = context.output;
  const reporter = createReporter({ color: wantsColor(options.color, environment, isTerminal), version: context.version, ...(columns !== undefined && { columns }) });
  const isQuiet = options.quiet === true;
  const print = (text: string): Promise<void> => context.write([Buffer.from(text)]);
  const stop = new AbortController();
  context.onStop(() => stop.abort());
  const readsInput = paths.includes(standardInput);
  if (readsInput && context.stdin.isTTY === true && !isQuiet) tell('Reading standard input; end it with Ctrl-D.\n');
  const places = new Set<string>();
  let findings = 0;
  let faults = 0;
  const statusOf = (unread: number): ExitStatus => (unread > 0 ? 2 : findings + faults > 0 ? 1 : 0);
  try {
    const coverage = await follow({
      cwd, environment, config: options.config, baseline: options.baseline, policyFrom: options.policyFrom, minConfidence: options.minConfidence,
      surface: options.as, stdinPath: options.stdinFilename, maxDecodeDepth: options.maxDecodeDepth,
      files: paths.filter((path) => path !== standardInput),
      stdin: readsInput ? context.stdin : undefined,
      stop: stop.signal,
      onFinding(finding) {
        findings++;
        places.add(finding.path);
        return print(reporter.finding(finding));
      },
      onNote(note) {
        faults++;
        return print(reporter.note(note));
      },
      onNotice(sentence) {
        if (!isQuiet) tell(`submit-guard: ${sentence}\n`);
      },
    });
    const status = statusOf(coverage.unread.length);
    if (!isQuiet || status === 2) await print(reporter.summary({ findings, places: places.size, coverage }));
    return status;
  } catch (error) {
    // Whoever reads has seen enough.
    if (codeOf(error) === 'EPIPE') return statusOf(0);
    throw error;
  }
}

/** @throws {UsageError} where what was typed cannot be followed. */
function checkFollowed(paths: readonly string[], options: ScanCommandOptions, cwd: string): void {
  const [other] = Object.entries(others).find(([name]) => options[name as keyof typeof others] !== undefined) ?? [];
  if (other !== undefined) throw new UsageError(`${others[other as keyof typeof others]} does not go with --follow${other === 'output' ? '; redirect standard output instead' : ''}.`);
  if (paths.length === 0) throw new UsageError('--follow wants files, or - for standard input.');
  if (options.stdinFilename !== undefined && !paths.includes(standardInput)) throw new UsageError('--stdin-filename names standard input, which is read only where - stands among the paths.');
  for (const path of paths) {
    if (path === '') throw new UsageError('A path is empty. Perhaps a variable has no value.');
    const stats = path === standardInput ? undefined : statsOf(resolve(cwd, path));
    if (stats?.isDirectory() === true) throw new UsageError(`--follow wants files, and ${quotePath(path)} is a folder. Name the logs in it.`);
    const special = stats && specialKindOf(stats);
    if (special !== undefined) throw new UsageError(`${quotePath(path)} is a ${special} and no file; pipe what comes out of it into \`submit-guard scan --follow -\`.`);
  }
}

/** A file may be still to come, and whatever else is wrong with it may be mended while it is waited for. */
function statsOf(path: string): ReturnType<typeof statSync> | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}
