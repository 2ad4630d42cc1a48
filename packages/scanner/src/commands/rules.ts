import { rules } from '@submit-guard/rules';
import { wrapText } from '../terminals/wrap-text.ts';
import type { CommandContext, ExitStatus } from './command-context.ts';

export interface RulesOptions {
  readonly format: 'pretty' | 'json';
}

const engineNames = { scanner: 'scanner', eslint: 'ESLint' } as const;

/** `submit-guard rules`: what there is to be found. */
export function listRules({ format }: RulesOptions, { print }: CommandContext): ExitStatus {
  if (format === 'json') {
    const list = rules.map(({ id, clause, title, severity, surfaces, engines, docsUrl }) => ({ id, clause, title, severity, surfaces, engines, docsUrl }));
    print(`${JSON.stringify({ rules: list }, undefined, 2)}\n`);
    return 0;
  }
  for (const { id, title, severity, engines } of rules) {
    print(`${id}  (${severity}; ${engines.map((engine) => engineNames[engine]).join(', ')})\n${wrapText(title, 100, '    ')}\n`);
  }
  print('\nsubmit-guard explain RULE tells what a rule finds, why it matters and how to mend it.\n');
  return 0;
}
