import { configSchema } from '../../src/configs/config-schema.ts';
import type { Schema } from '../../src/configs/schema.ts';

const draft = 'https://json-schema.org/draft/2020-12/schema';

/** The published JSON Schema. `patternErrorMessage` is a word of the language servers of VS Code. */
export function schemaFile(): string {
  const { title: _, ...schema } = configSchema;
  return `${JSON.stringify({ $schema: draft, title: 'Configuration of submit-guard', ...schema }, undefined, 2)}\n`;
}

function kindOf(schema: Schema): string {
  if (schema.type === 'array') return `list of ${schema.items.type === 'object' ? 'fields' : 'texts'}`;
  if (schema.type === 'object') return 'rules and severities';
  if (schema.type === 'integer') return `${schema.minimum} to ${schema.maximum}`;
  if (schema.type === 'boolean') return '`true`, `false`';
  return schema.enum === undefined ? 'text' : schema.enum.map((value) => `\`${value}\``).join(', ');
}

/** The table of options in docs/configuration.md. */
export function optionsTable(): string {
  const rows = Object.entries(configSchema.properties).map(([name, schema]) => {
    const fallback = schema.default === undefined ? '' : `\`${JSON.stringify(schema.default)}\``;
    return `| \`${name}\` | ${kindOf(schema)} | ${fallback} | ${schema.description ?? ''} |`;
  });
  return ['| option | value | default | meaning |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

/** Replaces what stands between the marks of a generated part. */
export function withPart(page: string, name: string, part: string): string {
  const pattern = new RegExp(`(<!-- generated: ${name} -->\n)[^]*?(\n<!-- end of generated: ${name} -->)`);
  if (!pattern.test(page)) throw new Error(`The page has no marks for the generated part "${name}".`);
  return page.replace(pattern, (_whole, start: string, end: string) => `${start}\n${part}\n${end}`);
}
