import { closestWord } from '@submit-guard/core';
import type { Rule } from '@submit-guard/rules';
import { ruleById, ruleIds } from '@submit-guard/rules';
import type { Example } from '@submit-guard/rules/examples';
import { examplesOf } from '@submit-guard/rules/examples';
import { wrapText } from '../terminals/wrap-text.ts';
import type { CommandContext, ExitStatus } from './command-context.ts';
import { echoOf, UsageError } from './usage-error.ts';

/** Columns of the text. */
const width = 100;

/** Examples of either kind that are shown. */
const mostExamples = 3;

/** Code of an example with words in place of its markers. */
function readable(code: string): string {
  return code.replace(/«([^»]*)»/g, (_, marker: string) => {
    if (marker.startsWith('here:')) return marker.slice('here:'.length);
    return marker.startsWith('other') ? '<key of another service>' : '<your key>';
  });
}

function exampleText({ title, path, code }: Example): string {
  const lines = readable(code).trimEnd().split('\n').map((line) => `      ${line}`.trimEnd());
  return `    ${title} (${path})\n${lines.join('\n')}\n`;
}

function examplesText(title: string, examples: readonly Example[]): string {
  return examples.length === 0 ? '' : `${title}\n\n${examples.slice(0, mostExamples).map(exampleText).join('\n')}\n`;
}

function pageOf(rule: Rule): string {
  const section = (title: string, text: string): string => `${title}\n${wrapText(text, width, '  ')}\n\n`;
  const { found, notFound } = examplesOf(rule.id);
  return [
    `${rule.id}: ${rule.title}\n\n`,
    section('Policy', `${rule.policy} [Atomyx documentation: ${rule.source}]`),
    section('What it finds', rule.finds),
    section('Why it matters', rule.why),
    `How to mend it\n${rule.remedy.map((step, index) => wrapText(`${index + 1}. ${step}`, width, '  ')).join('\n')}\n\n`,
    examplesText('Found', found),
    examplesText('Not found', notFound),
    section('When not to use it', rule.whenNotToUse),
    `Severity: ${rule.severity}. Surfaces: ${rule.surfaces.join(', ')}. Checked by: ${rule.engines.join(', ')}.\n${rule.docsUrl}\n`,
  ].join('');
}

/**
 * `submit-guard explain RULE`.
 *
 * @throws {UsageError} where there is no such rule.
 */
export function explainRule(id: string, { print }: CommandContext): ExitStatus {
  const rule = ruleById(id);
  if (rule === undefined) {
    const meant = closestWord(id, ruleIds);
    throw new UsageError(`There is no rule '${echoOf(id)}'. ${meant === undefined ? '`submit-guard rules` lists the rules.' : `Did you mean ${meant}?`}`);
  }
  print(pageOf(rule));
  return 0;
}
