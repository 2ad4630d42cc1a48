import type { Define } from '../command-table.ts';
import type { ReportOptions } from '../report.ts';

const help = `
Makes one HTML file of what \`submit-guard scan --format json\` or \`submit-guard git --format json\` wrote. It needs no network and no other
file, and shows no key. Several files, of one repository each, become one page.

Examples:
  submit-guard report results.json -o report.html
  submit-guard report results/*.json -o report.html
  submit-guard scan --format json | submit-guard report - -o report.html

Exit status: 0 the page was written, 2 it could not be.
`;

export const define: Define = (command, run) => {
  command
    .argument('<results...>', 'results in JSON, the store of a fleet, or - for standard input')
    .option('-o, --output <file>', 'write the page to a file, whole or not at all (default: standard output)')
    .addHelpText('after', help)
    .action(async (paths: readonly string[]) => {
      await run(async (context) => (await import('../report.ts')).runReport(paths, command.opts<ReportOptions>(), context));
    });
};
