import { Command } from 'commander';

export const program = new Command()
  .option('--atomyx-api-key <key>', 'API key for Atomyx Submit', process.env.ATOMYX_API_KEY)
  .option('--trace-id <id>', 'a trace', '«other:uuid»')
  .option('--cms-token <token>', 'the token of the CMS', '«other:hex»');
