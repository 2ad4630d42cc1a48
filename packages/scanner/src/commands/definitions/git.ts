import { Option } from 'commander';
import type { Define } from '../command-table.ts';
import type { GitCommandOptions } from '../git.ts';
import { wholeNumber } from '../option-values.ts';
import { addArchiveOptions } from './archive-options.ts';
import { addScreenshotOptions } from './screenshot-options.ts';
import { confidenceLevels, formatNames, surfaceNames } from './scan.ts';

const help = `
Reads git's objects, not the files on disk. A finding names the commit, the blob and the path; where there is no file, the path
is commit:<id>, tag:<name>, note:<id> or blob:<id>.

Examples:
  submit-guard git --staged                    what the next commit adds
  submit-guard git --range origin/main..HEAD   all that the commits of a branch bring
  submit-guard git --since v1.0                the same for v1.0..HEAD
  submit-guard git --all                       every object of the repository
  submit-guard git --pre-push --remote "$1"    in a pre-push hook: what the push brings

Exit status: 0 clean, 1 findings or a faulty suppression, 2 something could not be done or not be read.
`;

export const define: Define = (command, run) => {
  command
    .option('--staged', 'scan what the next commit adds: the index, not the files on disk')
    .option('--range <a..b>', 'scan what the commits that lead to b and not to a bring, also what a later one removes')
    .option('--since <ref>', 'the same as --range <ref>..HEAD')
    .option('--all', 'scan every object: all refs, stash, reflogs, and what nothing leads to any more')
    .option('--pre-push', 'scan what a push brings; reads what git gives a pre-push hook from standard input')
    .option('--pre-receive', 'scan what a push brings, on the server; reads what git gives a pre-receive hook')
    .option('--remote <name>', 'with --pre-push: where the push goes; what is known of its branches is not scanned again')
    .option('-C, --repository <dir>', 'the repository (default: that of the working directory, or the hook)')
    .option('--no-cache', 'with --all: read again what an earlier run has found clean, and keep nothing')
    .option('-f, --format <name>', `one of ${formatNames.join(', ')}`, 'pretty')
    .option('-o, --output <file>', 'write the report to a file, whole or not at all')
    .option('--config <file>', 'configuration (default: the nearest submit-guard.config.yaml or its like)')
    .option('--baseline <file>', 'baseline of accepted findings (default: .submit-guard/baseline.json)')
    .option('--policy-from <revision>', 'take configuration, baseline and suppressions from a commit that is trusted')
    .addOption(new Option('--min-confidence <level>', 'report findings of this confidence or more (default: medium)').choices(confidenceLevels))
    .addOption(new Option('--as <surface>', 'take every place for this surface, whatever its path says').choices(surfaceNames))
    .option('--max-decode-depth <n>', 'how many encodings may be nested (default: 3)', wholeNumber(0, 16));
  addArchiveOptions(command);
  command
    .option('--jobs <n>', 'threads that scan (default: one a core; small scans start none)', wholeNumber(1, 1024));
  addScreenshotOptions(command);
  command
    .option('--progress', 'show the progress (default: on a terminal)')
    .option('--no-progress', 'show no progress')
    .option('-q, --quiet', 'print nothing unless something was found or could not be read')
    .addHelpText('after', help)
    .action(async () => {
      const options = command.optsWithGlobals<GitCommandOptions>();
      await run(async (context) => (await import('../git.ts')).runGitScan(options, context));
    });
};
