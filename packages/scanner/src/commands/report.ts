import { renderPage } from '@submit-guard/report';
import { pageData } from '../reporters/html/page-data.ts';
import { openResults } from '../results/open-results.ts';
import { parseResult } from '../results/parse-result.ts';
import type { ResultSource } from '../results/result-source.ts';
import type { ExitStatus } from './command-context.ts';
import type { TerminalContext } from './terminal-context.ts';
import { UsageError } from './usage-error.ts';
import { checkOutput, standardOutput, writeReport } from './write-report.ts';

/** Options of `submit-guard report` as the command line gives them. */
export interface ReportOptions {
  readonly output?: string;
}

/** Results that are piped in. */
async function readInput({ stdin, version }: TerminalContext): Promise<ResultSource> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stdin) chunks.push(chunk);
  const report = parseResult(Buffer.concat(chunks).toString('utf8'), 'Standard input', version);
  return { read: async () => [{ name: 'standard input', report }], watch: () => () => undefined };
}

/**
 * `submit-guard report RESULTS...`: makes one page of the results of scans.
 *
 * @throws {ResultsError} and `UsageError` for what the person should mend.
 */
export async function runReport(paths: readonly string[], { output }: ReportOptions, context: TerminalContext): Promise<ExitStatus> {
  if (paths.includes('')) throw new UsageError('A path is empty. Perhaps a variable has no value.');
  if (paths.includes('-') && paths.length > 1) throw new UsageError('- stands for standard input, and is read alone.');
  const file = output === standardOutput ? undefined : output;
  if (file !== undefined) checkOutput(file, context.cwd);
  const source = paths[0] === '-' ? await readInput(context) : openResults(paths, context.cwd, context.version);
  const page = renderPage(pageData(await source.read(), context.version, new Date()));
  if (file === undefined) context.print(page);
  else writeReport(file, page, context.cwd);
  return 0;
}
