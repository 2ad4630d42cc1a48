import type { Engine, Example, Rule, Surface } from '../rule.ts';
import { codeBlock } from './code-block.ts';
import { eslintHeader, optionsSection } from './eslint-sections.ts';
import type { CatalogueEntry } from './read-catalogue.ts';
import { readableExample } from './readable-example.ts';

const notice = (from: string): string =>
  `<!-- Generated from ${from} by \`pnpm --filter @submit-guard/rules run generate\`. Do not edit. -->\n\n`;

const engineNames: Readonly<Record<Engine, string>> = { scanner: 'scanner', eslint: 'ESLint' };

const surfaceNames: Readonly<Record<Surface, string>> = {
  repository: 'source code and configuration',
  frontend: 'what browsers load',
  log: 'logs',
  screenshot: 'screenshots',
  'test-tool': 'files of test tools',
  callback: 'callback contracts',
};

const listed = (words: readonly string[], last = 'and'): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1) ?? ''}`;

/** The message with the words that stand in where an engine knows nothing better. */
function exampleMessage({ message, placeholders }: Rule): string {
  return message.replace(/\{(\w+)\}/g, (whole, name: string) => placeholders[name] ?? whole);
}

function exampleSection(example: Example): string {
  const { text, lines } = readableExample(example.code);
  const where = lines.length === 0 ? '' : `, found in line${lines.length > 1 ? 's' : ''} ${listed(lines.map(String))}`;
  const settings = Object.entries(example.settings ?? {}).map(
    ([name, values]) => ` With \`${name}: ${JSON.stringify(values)}\`.`,
  );
  const engines = ` (${listed(example.engines.map((engine) => engineNames[engine]))})`;
  const heading = `**${example.title}** - \`${example.path}\`${where}${engines}.${settings.join('')}`;
  return `${heading}\n\n${codeBlock(text, example.language)}`;
}

function placesOf({ engines, surfaces }: Rule): string {
  const code = 'JavaScript and TypeScript code';
  if (!engines.includes('scanner')) return code;
  const places = listed(surfaces.map((surface) => surfaceNames[surface]));
  return engines.includes('eslint') ? `${places}; ESLint: ${code}` : places;
}

/** Text of the page of one rule. */
export function rulePage({ rule, examples }: CatalogueEntry): string {
  return `${notice(`rules/catalogue/${rule.id}.yaml`)}# ${rule.id}

${eslintHeader(rule)}${rule.title}.

> ${exampleMessage(rule)}

| | |
| --- | --- |
| Severity | ${rule.severity} |
| Checked by | ${listed(rule.engines.map((engine) => engineNames[engine]))} |
| Looked for in | ${placesOf(rule)} |

## What it finds

${rule.finds.trim()}

## Why

${rule.why.trim()}

## The clause

${rule.policy}

This is from the page *${rule.source}* of docs.atomyx.io.

## Found

\`YOUR_API_KEY\` stands for a real key. The rule does not find the words themselves.

${examples.found.map(exampleSection).join('\n')}
## Not found

${examples.notFound.map(exampleSection).join('\n')}
${optionsSection(rule, examples)}## How to mend it

${rule.remedy.map((step, index) => `${index + 1}. ${step}`).join('\n')}
${rule.suggests === undefined ? '' : `\nAn editor offers this: ${rule.suggests.charAt(0).toLowerCase()}${rule.suggests.slice(1)}\n`}
## When not to use it

${rule.whenNotToUse.trim()}

[All rules](README.md)
`;
}

/** Text of the index of all rules. */
export function indexPage(entries: readonly CatalogueEntry[]): string {
  const rows = entries.map(({ rule }) => {
    const tick = (engine: Engine): string => (rule.engines.includes(engine) ? 'yes' : '');
    const name = `[\`${rule.id}\`](${rule.id}.md)`;
    return `| ${[name, rule.title, rule.severity, tick('scanner'), tick('eslint'), rule.source].join(' | ')} |`;
  });
  return `${notice('rules/catalogue/*.yaml')}# Rules

A rule is one clause of the policy in the documentation of Atomyx Submit. Every tool of this repository reports it
under the same name, with the same message.

| Rule | What it asks for | Severity | Scanner | ESLint | Page of docs.atomyx.io |
| --- | --- | --- | --- | --- | --- |
${rows.join('\n')}

One occurrence of a key has one finding. Which rule reports it depends on the place: see the pages.
`;
}
