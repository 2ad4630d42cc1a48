import { Option } from 'commander';
import type { Define } from '../command-table.ts';
import { wholeNumber } from '../option-values.ts';
import type { VerifyOptions } from '../verify.ts';

const help = `
Sends every key that is found to the Submit API, in a request that lacks the required externalId, so that no job can come
of it. This is the only command that sends a key anywhere; scans never do.

Examples:
  submit-guard verify src/config.py               is the key in there still live?
  submit-guard verify . --fingerprint sg1:...     one key of a report

Exit status: 0 no key is live, 1 a key is live, 2 something could not be found out.
`;

export const define: Define = (command, run) => {
  command
    .argument('[path...]', 'where the keys are (default: the working directory)')
    .option('--base-url <url>', 'base URL of the Submit API (default: https://submit.atomyx.io/api)')
    .option('--fingerprint <fingerprint>', 'ask about this key only')
    .option('--max <n>', 'ask about so many keys at most (default: 20)', wholeNumber(1, 1000))
    .option('--timeout <seconds>', 'wait so long for each answer (default: 10)', wholeNumber(1, 300))
    .option('--proxy <url>', 'go through this proxy (default: none, whatever the environment says)')
    .option('--config <file>', 'configuration (default: the nearest submit-guard.config.yaml or its like)')
    .addOption(new Option('-f, --format <name>', 'how to print the answers').choices(['pretty', 'json']).default('pretty'))
    .addHelpText('after', help)
    .action(async (paths: readonly string[]) => {
      await run(async (context) => (await import('../verify.ts')).verify(paths, command.opts<VerifyOptions>(), context));
    });
};
