import type { Define } from '../command-table.ts';
import type { RedactOptions } from '../redact.ts';

const help = `
Replaces every key by a tag such as ***sg1:3f9a1c2b***, the same for the same key, and leaves every other byte as it is. Lines go out as
soon as they are finished. Keys are found as in a scan: by your own environment and .env files, by where they go and what they are
called; a key that was found once is replaced wherever it stands from then on.

Examples:
  some-server 2>&1 | submit-guard redact
  submit-guard redact build.log > build.redacted.log
  submit-guard redact --in-place logs/*.log

Exit status: 0 done, 2 something could not be read or written.
`;

export const define: Define = (command, run) => {
  command
    .argument('[file...]', 'files, or - for standard input (default: standard input)')
    .option('-i, --in-place', 'redact the files themselves, each whole or not at all')
    .option('--config <file>', 'configuration (default: the nearest submit-guard.config.yaml or its like)')
    .addHelpText('after', help)
    .action(async (files: readonly string[]) => {
      await run(async (context) => (await import('../redact.ts')).redact(files, command.opts<RedactOptions>(), context));
    });
};
