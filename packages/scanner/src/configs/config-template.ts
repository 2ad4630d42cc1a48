import { configSchema } from './config-schema.ts';
import type { Schema } from './schema.ts';

/** Breaks a text into lines of at most `width` characters. */
function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** A value as one line of YAML: JSON is YAML, and short lists read well so. */
function yamlOf(value: unknown): string {
  return JSON.stringify(value).replace(/("(?:\\.|[^"\\])*"):/g, '$1: ').replace(/,(?=["{])/g, ', ');
}

function optionLines(name: string, schema: Schema): readonly string[] {
  const value = schema.examples?.[0] ?? schema.default;
  return ['', ...wrap(schema.description ?? '', 100).map((line) => `# ${line}`), `# ${name}: ${yamlOf(value)}`];
}

/** A configuration in YAML in which every option is a comment; made from the schema, so that it is never behind it. */
export function configTemplate(): string {
  return `${[
    '# yaml-language-server: $schema=./node_modules/submit-guard/schema/config.schema.json',
    '# Configuration of submit-guard. Take the `# ` from the front of what you want to set.',
    ...Object.entries(configSchema.properties).filter(([name]) => !name.startsWith('$')).flatMap(([name, schema]) => optionLines(name, schema)),
  ].join('\n')}\n`;
}
