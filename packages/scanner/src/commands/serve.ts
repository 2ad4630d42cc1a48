import type { PageData } from '@submit-guard/report';
import { renderPage, serializeData } from '@submit-guard/report';
import { pageData } from '../reporters/html/page-data.ts';
import { openResults } from '../results/open-results.ts';
import { ResultsError } from '../results/results-error.ts';
import type { ReportServer, ServedReport } from '../serving/report-server.ts';
import { startReportServer } from '../serving/report-server.ts';
import { codeOf, failureReason } from '../sources/failure-reason.ts';
import type { ExitStatus } from './command-context.ts';
import type { TerminalContext } from './terminal-context.ts';
import { UsageError } from './usage-error.ts';

/** Options of `submit-guard serve` as the command line gives them. */
export interface ServeOptions {
  readonly port?: number;
}

/** The port that is taken where nobody says another one and it is free: browsers keep check marks by address and port. */
const usualPort = 7468;

async function start(current: () => ServedReport, port: number | undefined): Promise<ReportServer> {
  try {
    return await startReportServer(current, port ?? usualPort);
  } catch (error) {
    if (port === undefined && codeOf(error) === 'EADDRINUSE') return startReportServer(current, 0);
    const why = codeOf(error) === 'EADDRINUSE' ? 'another program has it' : failureReason(error);
    throw new UsageError(`The port ${port ?? usualPort} cannot be used: ${why}. Choose another one with --port.`);
  }
}

const served = (data: PageData): ServedReport => ({ page: renderPage(data, { isLive: true }), data: serializeData(data) });

/**
 * `submit-guard serve RESULTS...`: shows results in a browser of this machine, and shows newer ones when they are there. Ends when it is
 * interrupted.
 *
 * @throws {ResultsError} and `UsageError` for what the person should mend.
 */
export async function runServe(paths: readonly string[], { port }: ServeOptions, context: TerminalContext): Promise<ExitStatus> {
  if (paths.includes('-')) throw new UsageError('Standard input is read once and never changes: `submit-guard report -` makes a page of it.');
  const source = openResults(paths, context.cwd, context.version);
  let data = pageData(await source.read(), context.version, new Date());
  let now = served(data);
  const server = await start(() => now, port);

  const read = inTurn(async () => {
    try {
      data = pageData(await source.read(), context.version, new Date());
      now = served(data);
    } catch (error) {
      if (!(error instanceof ResultsError)) throw error;
      // A file that is being written is broken for a moment. What was read last stays, and the page says so.
      now = served({ ...data, fault: `These are not the newest results. ${error.message}` });
    }
    server.announce();
  });
  source.watch(read);
  context.print(`${server.address}\n`);
  context.tell('Open this address in a browser of this machine. Whoever has it can read the report until you end it with Ctrl-C.\n');
  return new Promise(() => undefined);
}

/** Runs a task again when it is asked for while it runs, once, and never twice at the same time. */
function inTurn(task: () => Promise<void>): () => void {
  let isRunning = false;
  let isWanted = false;
  return () => {
    isWanted = true;
    if (isRunning) return;
    isRunning = true;
    void (async () => {
      while (isWanted) {
        isWanted = false;
        await task();
      }
      isRunning = false;
    })();
  };
}
