import type { Define } from '../command-table.ts';

export const define: Define = (command, run) => {
  command
    .argument('<rule>', 'id of a rule, as `submit-guard rules` lists it')
    .addHelpText('after', '\nExample:\n  submit-guard explain no-hardcoded-key\n')
    .action(async (id: string) => {
      await run(async (context) => (await import('../explain.ts')).explainRule(id, context));
    });
};
