import type { OptionExample, Rule, RuleExamples, RuleOption } from '../rule.ts';
import { codeBlock } from './code-block.ts';
import { readableExample } from './readable-example.ts';

/**
 * Parts of a page that `eslint-doc-generator` would write as well, from the plugin. They are written here in its words, and
 * `.ci/checks/rule-docs.sh` has it check them: the pages and the plugin agree, or CI fails.
 */

const guide = 'https://github.com/submit-guard/submit-guard/blob/main/docs/eslint.md#configurations';
const configs = `[configs](${guide})`;
const config = `[config](${guide})`;

/** The lines between the title and the text: which configurations enable the rule, and whether editors offer something. */
export function eslintHeader({ engines, severity, suggests }: Rule): string {
  if (!engines.includes('eslint')) return '';
  const enabled =
    severity === 'error'
      ? `💼 This rule is enabled in the following ${configs}: ✅ \`recommended\`, 🔒 \`strict\`, ⌨️ \`type-checked\`.`
      : `💼⚠️ This rule is enabled in the 🔒 \`strict\` ${config}. This rule _warns_ in the following ${configs}: ✅ \`recommended\`, ⌨️ \`type-checked\`.`;
  const offers =
    '💡 This rule is manually fixable by [editor suggestions](https://eslint.org/docs/latest/use/core-concepts#rule-suggestions).';
  return [enabled, ...(suggests === undefined ? [] : [offers]), '<!-- end auto-generated rule header -->\n\n'].join('\n\n');
}

const valueText = (value: RuleOption['default']): string => (Array.isArray(value) ? `[${value.join('`, `')}]` : String(value));

const typeNames = { boolean: 'Boolean', 'string[]': 'String[]' };

/** A table with columns as wide as their widest cell. */
function table([head = [], ...rows]: readonly (readonly string[])[]): string {
  const widths = head.map((cell, column) => Math.max(cell.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string => `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => `:${'-'.repeat(width - 1)}`)), ...rows.map(line)].join('\n');
}

function optionText(rule: Rule, { option, value, code, language, typed = false }: OptionExample): string {
  const { text, lines } = readableExample(code);
  const entry = `'submit-guard/${rule.id}': ['${rule.severity === 'error' ? 'error' : 'warn'}', { ${option}: ${JSON.stringify(value).replaceAll('"', "'")} }]`;
  const found = lines.length === 0 ? 'nothing is found here' : `line ${lines.join(', ')} is found`;
  const needs = typed ? ' With type information, as in the configuration `type-checked`.' : '';
  return `### \`${option}\`\n\nWith \`${entry}\`, ${found}; by default ${lines.length === 0 ? 'the key is' : 'it is not'}.${needs}\n\n${codeBlock(text, language)}`;
}

/** The section about the options of a rule: empty where it has none. */
export function optionsSection(rule: Rule, { options }: RuleExamples): string {
  if (rule.options.length === 0) return '';
  const rows = [...rule.options]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((option) => [`\`${option.name}\``, option.description, typeNames[option.type], `\`${valueText(option.default)}\``]);
  return `## Options

<!-- begin auto-generated rule options list -->

${table([['Name', 'Description', 'Type', 'Default'], ...rows])}

<!-- end auto-generated rule options list -->

${options.map((example) => optionText(rule, example)).join('\n')}
`;
}
