import { Option } from 'commander';
import type { CiOptions } from '../ci.ts';
import type { Define } from '../command-table.ts';
import { wholeNumber } from '../option-values.ts';
import { confidenceLevels, formatNames } from './scan.ts';

const help = `
Finds out where it runs (GitHub Actions, GitLab CI, Bitbucket, Azure, Jenkins, Buildkite, CircleCI, or anywhere) and what
the change is, and looks at its commits and its work tree. For a pull request, configuration, baseline and suppressions
come from the target branch. A shallow clone is deepened from origin.

Examples:
  submit-guard ci --sarif submit-guard.sarif
  submit-guard ci --base origin/main              where nobody says what the target is

Exit status: 0 clean, 1 findings or a faulty suppression, 2 something could not be done or not be read.
`;

export const define: Define = (command, run) => {
  command
    .option('--base <revision>', 'what the change is compared with (default: what the environment says)')
    .option('--head <revision>', 'the last commit of the change (default: what the environment says)')
    .option('--policy-from <revision>', 'take configuration, baseline and suppressions from this commit')
    .option('--no-fetch', 'fetch nothing; history that is missing makes exit status 2')
    .option('-f, --format <name>', `what to print: one of ${formatNames.join(', ')} (default: github there, else pretty)`)
    .option('--sarif <file>', 'also write a SARIF report')
    .option('--markdown <file>', 'also write a summary (GitHub gets one in any case)')
    .option('--gitlab <file>', 'also write a report for GitLab')
    .option('--junit <file>', 'also write a JUnit report')
    .option('--json <file>', 'also write a JSON report')
    .option('--config <file>', 'configuration (default: that of the trusted commit, or the nearest)')
    .addOption(new Option('--min-confidence <level>', 'report findings of this confidence or more (default: medium)').choices(confidenceLevels))
    .option('--jobs <n>', 'threads that scan (default: one a core; small scans start none)', wholeNumber(1, 1024))
    .addHelpText('after', help)
    .action(async () => {
      const options = command.optsWithGlobals<CiOptions>();
      await run(async (context) => (await import('../ci.ts')).runCi(options, context));
    });
};
