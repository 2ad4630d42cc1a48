import { Option } from 'commander';
import type { Define } from '../command-table.ts';
import { listed, parseSize, wholeNumber } from '../option-values.ts';
import type { ScanCommandOptions } from '../scan.ts';
import { addArchiveOptions } from './archive-options.ts';
import { addScreenshotOptions } from './screenshot-options.ts';

/** What is declared elsewhere, in modules that would have to be loaded for `--help`; a test compares them. */
export const confidenceLevels = ['low', 'medium', 'high', 'certain'];
export const formatNames = ['pretty', 'json', 'sarif', 'github', 'gitlab', 'junit', 'csv', 'markdown', 'html'];
export const surfaceNames = ['repository', 'frontend', 'log', 'screenshot', 'test-tool', 'callback'];

const help = `
Inside a git work tree a folder stands for what git would commit: tracked files, and untracked ones that are not
ignored. What you name yourself is scanned whatever git says. Symbolic links are not followed out of a folder.

Nothing is sent anywhere but with --url, which asks for a page and what it loads, as a stranger would. With --browser the page runs,
and what it sends is looked at and stopped: no request gets to Submit, or to an origin that you did not name.

With --follow a finding is printed as soon as its line is finished, once, until Ctrl-C or the end of standard input. Files are followed by
their names: rotated, emptied and replaced ones are read on, one that is not there yet is waited for. --format json prints an object a line.

Examples:
  submit-guard scan                               the working directory
  submit-guard scan src 'config/**/*.yaml'        a folder and a glob
  submit-guard scan dist --no-ignore              also what git ignores
  kubectl logs api | submit-guard scan - --as log
  submit-guard scan --follow server.log worker.log
  docker logs -f api 2>&1 | submit-guard scan --follow -
  submit-guard scan --format sarif -o report.sarif
  submit-guard scan --url https://shop.example.com/ --browser

Exit status: 0 clean, 1 findings or a faulty suppression, 2 something could not be done or not be read.
`;

export const define: Define = (command, run) => {
  command
    .argument('[path...]', 'files, folders, globs in quotes, or - for standard input (default: the working directory)')
    .option('-f, --format <name>', `one of ${formatNames.join(', ')}`, 'pretty')
    .option('-o, --output <file>', 'write the report to a file, whole or not at all')
    .option('--config <file>', 'configuration (default: the nearest submit-guard.config.yaml or its like)')
    .option('--baseline <file>', 'baseline of accepted findings (default: .submit-guard/baseline.json)')
    .option('--policy-from <revision>', 'take configuration, baseline and suppressions from a commit that is trusted')
    .addOption(new Option('--min-confidence <level>', 'report findings of this confidence or more (default: medium)').choices(confidenceLevels))
    .addOption(new Option('--as <surface>', 'take every place for this surface, whatever its path says').choices(surfaceNames))
    .option('--stdin-filename <path>', 'the path that standard input is taken for')
    .option('-F, --follow', 'tell of keys in logs while they are written: files by their names, and standard input')
    .option('--no-ignore', 'scan what git ignores as well')
    .option('--url <address>', 'fetch a page and what it loads, and scan that; paths are optional then')
    .option('--url-origin <origin>', 'also read what the page loads from this origin (may be repeated)', listed)
    .option('--url-resources <n>', 'ask for so many resources of the page at most (default: 1000)', wholeNumber(1, 100_000))
    .option('--url-timeout <seconds>', 'time for all of the page (default: 120)', wholeNumber(1, 3600))
    .option('--browser', 'load the page in an installed Chromium as well, and look at what it sends')
    .option('--max-file-size <size>', 'skip longer files, for example 10MB (default: no limit)', parseSize)
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
    .action(async (paths: readonly string[]) => {
      const options = command.optsWithGlobals<ScanCommandOptions>();
      await run(async (context) => (await import('../scan.ts')).runScan(paths, options, context));
    });
};
