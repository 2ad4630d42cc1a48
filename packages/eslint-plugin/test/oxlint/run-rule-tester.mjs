#!/usr/bin/env node
/**
 * Runs cases of one rule through oxlint's RuleTester. Reads `{ rule, cases }` from standard input and writes a list with `null` for each
 * case that passes and a message for each that does not.
 *
 * A process of its own, as that RuleTester wants Node.js 22 and the tests run on 20, too; `run-in-oxlint.ts` starts it.
 * Like the other tests it runs the sources of the workspace, not what was built of them.
 */
import { registerHooks } from 'node:module';
import { text } from 'node:stream/consumers';
import { RuleTester } from 'oxlint/plugins-dev';

registerHooks({
  resolve(specifier, context, next) {
    const resolved = next(specifier, context);
    if (!/^(?:@submit-guard\/|eslint-plugin-submit-guard$)/.test(specifier)) return resolved;
    return { ...resolved, url: resolved.url.replace('/dist/', '/src/').replace(/\.js$/, '.ts'), format: 'module-typescript' };
  },
});
const { rules } = await import('eslint-plugin-submit-guard');
const { rule, cases } = JSON.parse(await text(process.stdin));

/** The outcome of the one test that is run at a time. */
let outcome = null;
RuleTester.describe = (_, run) => run();
RuleTester.it = (_, run) => {
  try {
    run();
  } catch (error) {
    outcome = String(error);
  }
};

const tester = new RuleTester({ eslintCompat: true, cwd: process.cwd() });
const outcomes = cases.map((tested) => {
  outcome = null;
  tester.run(rule, rules[rule], tested.errors ? { valid: [], invalid: [tested] } : { valid: [tested], invalid: [] });
  return outcome;
});
process.stdout.write(JSON.stringify(outcomes));
