import { closestWord } from '@submit-guard/core';
import type { LocatedNode, Problem } from './located-node.ts';
import { printableName } from './printable-name.ts';
import type { ListSchema, MapSchema, NumberSchema, Schema, TextSchema } from './schema.ts';

/** Plain data; objects have no prototype, so that no name in a file means more than itself. */
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [name: string]: Plain };

export interface Validation {
  /** Of use only where there is no problem. */
  readonly value: Plain;
  readonly problems: readonly Problem[];
}

/**
 * Checks a document against a schema. Not a validator of any JSON Schema but of ours: it loads in no time (`ajv` takes
 * some 30 ms, more than all of a small scan) and knows where things stand. The tests compare it with `ajv`.
 */
export function validate(root: LocatedNode, schema: Schema): Validation {
  const problems: Problem[] = [];
  const value = check(root, schema, '', problems);
  return { value, problems: problems.sort((a, b) => a.offset - b.offset) };
}

function check(node: LocatedNode, schema: Schema, name: string, problems: Problem[]): Plain {
  const say = (expected: string): Plain => {
    problems.push({ offset: node.offset, message: `${name === '' ? 'the configuration' : `\`${name}\``} must be ${expected}` });
    return null;
  };
  if (schema.type === 'object') return node.kind === 'map' ? checkMap(node, schema, name, problems) : say(`a list of ${schema.title}s with their values`);
  if (schema.type === 'array') return node.kind === 'list' ? checkList(node, schema, name, problems, say) : say('a list');
  const value = node.kind === 'scalar' ? node.value : undefined;
  if (schema.type === 'boolean') return typeof value === 'boolean' ? value : say('`true` or `false`');
  if (schema.type === 'integer') return isInRange(value, schema) ? value : say(`a whole number from ${schema.minimum} to ${schema.maximum}`);
  const expected = typeof value === 'string' ? unfit(value, schema) : expectationOf(schema);
  return expected === undefined ? (value ?? null) : say(expected);
}

function isInRange(value: unknown, { minimum, maximum }: NumberSchema): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= minimum && value <= maximum;
}

function expectationOf(schema: TextSchema): string {
  return schema.enum === undefined ? (schema.patternErrorMessage ?? 'a text') : `one of ${listOf(schema.enum)}`;
}

/** What a text should have been, or `undefined` where it fits. Lengths are counted in code points, as JSON Schema does. */
function unfit(value: string, schema: TextSchema): string | undefined {
  if (schema.enum !== undefined) {
    if (schema.enum.includes(value)) return undefined;
    const meant = closestWord(value, schema.enum);
    return `${expectationOf(schema)}${meant === undefined ? '' : `; did you mean \`${meant}\`?`}`;
  }
  const length = value.length > (schema.maxLength ?? Infinity) ? [...value].length : value.length;
  if (length > (schema.maxLength ?? Infinity)) return `at most ${schema.maxLength} characters long`;
  if (schema.minLength !== undefined && value.length < schema.minLength) return expectationOf(schema);
  return schema.pattern === undefined || new RegExp(schema.pattern, 'u').test(value) ? undefined : expectationOf(schema);
}

function checkList(node: LocatedNode & { kind: 'list' }, schema: ListSchema, name: string, problems: Problem[], say: (expected: string) => Plain): Plain {
  if (node.items.length > schema.maxItems) return say(`a list of at most ${schema.maxItems}`);
  return node.items.map((item, index) => check(item, schema.items, `${name}[${index}]`, problems));
}

function checkMap(node: LocatedNode & { kind: 'map' }, schema: MapSchema, name: string, problems: Problem[]): Plain {
  const value = Object.create(null) as Record<string, Plain>;
  for (const { key, keyOffset, value: child } of node.entries) {
    const property = Object.hasOwn(schema.properties, key) ? schema.properties[key] : undefined;
    if (property === undefined) problems.push({ offset: keyOffset, message: describeUnknown(key, schema) });
    else value[key] = check(child, property, name === '' ? key : `${name}.${key}`, problems);
  }
  for (const required of schema.required ?? []) {
    if (!node.entries.some(({ key }) => key === required)) {
      problems.push({ offset: node.offset, message: `\`${name}\` lacks \`${required}\`` });
    }
  }
  return value;
}

function describeUnknown(key: string, { properties, title }: MapSchema): string {
  const known = Object.keys(properties);
  const meant = closestWord(key, known);
  const unknown = `unknown ${title}${['', printableName(key)].join(' ').trimEnd()}`;
  return meant === undefined ? `${unknown}; write ${listOf(known)}` : `${unknown}; did you mean \`${meant}\`?`;
}

/** `a`, `b` or `c`, in backticks. */
function listOf(words: readonly string[]): string {
  const quoted = words.map((word) => `\`${word}\``);
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`;
}
