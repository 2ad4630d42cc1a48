import type { Command } from 'commander';
import type { Define } from '../command-table.ts';
import type { AddKeyOptions, KeysOptions } from '../keys.ts';
import { keysHelp } from '../keys-help.ts';

const withPlace = (command: Command): Command => command
  .option('--config <file>', 'configuration (default: the nearest submit-guard.config.yaml or its like)')
  .option('--keys-file <file>', 'file of the fingerprints (default: .submit-guard/keys.json)');

export const define: Define = (command, run) => {
  command.addHelpText('after', `\n${keysHelp}`);
  const add = withPlace(command.command('add'))
    .description('read a key from a prompt or standard input, and add its fingerprint')
    .option('--label <text>', 'what you call the key')
    .option('--force', 'take a short or guessable key too')
    // A key that somebody passes as an argument is refused with advice, and not repeated.
    .argument('[rest...]')
    .allowExcessArguments()
    .allowUnknownOption()
    .action(async (rest: readonly string[]) => {
      const { addKey } = await import('../keys.ts');
      await run((context) => addKey({ ...add.opts<AddKeyOptions>(), rest }, context));
    });
  add.usage('[options]');
  const list = withPlace(command.command('list')).description('list the known keys').action(async () => {
    const { listKeys } = await import('../keys.ts');
    await run((context) => listKeys(list.opts<KeysOptions>(), context));
  });
  const remove = withPlace(command.command('remove')).description('remove a key by its id').argument('<id>', 'id, as `keys list` shows it')
    .action(async (id: string) => {
      const { removeKey } = await import('../keys.ts');
      await run((context) => removeKey(id, remove.opts<KeysOptions>(), context));
    });
};
