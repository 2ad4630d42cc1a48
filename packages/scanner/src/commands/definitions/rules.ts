import { Option } from 'commander';
import type { Define } from '../command-table.ts';
import type { RulesOptions } from '../rules.ts';

export const define: Define = (command, run) => {
  command
    .addOption(new Option('-f, --format <name>', 'how to print the list').choices(['pretty', 'json']).default('pretty'))
    .addHelpText('after', '\nExamples:\n  submit-guard rules\n  submit-guard rules --format json\n')
    .action(async () => {
      await run(async (context) => (await import('../rules.ts')).listRules(command.opts<RulesOptions>(), context));
    });
};
