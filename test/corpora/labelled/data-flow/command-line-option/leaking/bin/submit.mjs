import { Command } from 'commander';

export const program = new Command()
  .option('--atomyx-api-key <key>', 'API key for Atomyx Submit', '«key:hex»')
  .option('--trace-id <id>', 'a trace', '«other:uuid»')
  .option('--cms-token <token>', 'the token of the CMS', '«other:hex»');
